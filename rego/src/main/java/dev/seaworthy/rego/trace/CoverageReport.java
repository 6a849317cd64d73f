package dev.seaworthy.rego.trace;

import dev.seaworthy.source.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which lines of a policy were evaluated.
 *
 * @param files the files that have something to evaluate, by name
 */
public record CoverageReport(SortedMap<String, File> files) {

  public CoverageReport {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * The lines of a file in which there is something to evaluate.
   *
   * @param covered what was evaluated, one span for each line it starts in
   * @param notCovered what was not
   */
  public record File(List<Span> covered, List<Span> notCovered) {

    public File {
      covered = List.copyOf(covered);
      notCovered = List.copyOf(notCovered);
    }

    File(Collection<Span> covered, Collection<Span> notCovered) {
      this(List.copyOf(covered), List.copyOf(notCovered));
    }

    /** The lines of what was evaluated, but for those in which something else was not. */
    public SortedSet<Integer> coveredLines() {
      SortedSet<Integer> lines = lines(covered);
      lines.removeAll(lines(notCovered));
      return lines;
    }

    /** The lines of what was not evaluated. */
    public SortedSet<Integer> notCoveredLines() {
      return lines(notCovered);
    }

    /** The covered lines in a hundred. */
    public double percent() {
      return CoverageReport.percent(coveredLines().size(), notCoveredLines().size());
    }

    private static SortedSet<Integer> lines(List<Span> spans) {
      SortedSet<Integer> lines = new TreeSet<>();
      for (Span span : spans) {
        for (int line = span.start().line(); line <= span.end().line(); line++) {
          lines.add(line);
        }
      }
      return lines;
    }
  }

  public int coveredLines() {
    return files.values().stream().mapToInt(file -> file.coveredLines().size()).sum();
  }

  public int notCoveredLines() {
    return files.values().stream().mapToInt(file -> file.notCoveredLines().size()).sum();
  }

  /** The covered lines in a hundred of all. */
  public double percent() {
    return percent(coveredLines(), notCoveredLines());
  }

  private static double percent(int covered, int notCovered) {
    int all = covered + notCovered;
    return all == 0 ? 0 : 100.0 * covered / all;
  }
}
