package dev.seaworthy.rego.trace;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent.Operation;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Notes which parts of a policy evaluations come to: statements that are evaluated, and rules whose
 * body holds. For one evaluation after the other, not for several at once.
 */
public final class Coverage implements Tracer {

  private final Set<TracePoint> reached = new HashSet<>();

  @Override
  public void trace(TraceEvent event) {
    boolean reaches = event.operation() == Operation.EVAL || event.operation() == Operation.EXIT;
    if (reaches) {
      reached.add(event.point());
    }
  }

  /**
   * What was covered so far, of all that can be.
   *
   * @param policy the policy, compiled to be traced
   * @param texts the texts of its modules, by file
   */
  public CoverageReport report(CompiledPolicy policy, Map<String, String> texts) {
    SortedMap<String, FileLines> files = new TreeMap<>();
    for (TracePoint point : policy.tracePoints()) {
      String file = point.location().file();
      String text = texts.get(file);
      if (text != null) {
        files
            .computeIfAbsent(file, name -> new FileLines(new SourceText(name, text)))
            .add(point, reached.contains(point));
      }
    }
    SortedMap<String, CoverageReport.File> reports = new TreeMap<>();
    files.forEach((name, lines) -> reports.put(name, lines.report()));
    return new CoverageReport(reports);
  }

  /** The parts that start in each line of a file: a line is covered if one of them is. */
  private static final class FileLines {

    private final SourceText text;
    private final SortedMap<Integer, Span> covered = new TreeMap<>();
    private final SortedMap<Integer, Span> notCovered = new TreeMap<>();

    FileLines(SourceText text) {
      this.text = text;
    }

    void add(TracePoint point, boolean reached) {
      RegoLocation place = point.location();
      Span span = text.span(place.offset(), place.offset() + place.length());
      (reached ? covered : notCovered).merge(place.row(), span, FileLines::union);
    }

    CoverageReport.File report() {
      notCovered.keySet().removeAll(covered.keySet());
      return new CoverageReport.File(covered.values(), notCovered.values());
    }

    private static Span union(Span a, Span b) {
      Position start = a.start().compareTo(b.start()) <= 0 ? a.start() : b.start();
      Position end = a.end().compareTo(b.end()) >= 0 ? a.end() : b.end();
      return new Span(start, end);
    }
  }
}
