package dev.seaworthy.rego.trace;

import dev.seaworthy.source.Span;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
   * The lines of a file. Only lines in which a rule or a statement starts count.
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

    /** The covered lines in a hundred. */
    public double percent() {
      return CoverageReport.percent(covered.size(), notCovered.size());
    }
  }

  public int coveredLines() {
    return files.values().stream().mapToInt(file -> file.covered().size()).sum();
  }

  public int notCoveredLines() {
    return files.values().stream().mapToInt(file -> file.notCovered().size()).sum();
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
