package dev.seaworthy.report;

import dev.seaworthy.engine.ReachCut;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The table of a {@link TextReport} of the workloads that reach furthest. */
final class TextReach {

  private static final int MAX_ROWS = 10;

  /** How wide the columns of a table may be, in cells: more than most names take. */
  private static final int MAX_WORKLOAD = 60;

  private static final int MAX_PLACE = 48;
  private static final int MAX_CHANGE = 60;

  private final List<WorkloadReach> far;
  private final StyledText out;

  /** What the table says of a workload, each text as wide as its column may be. */
  private record Row(Verdict verdict, String workload, String place, String change) {

    static Row of(WorkloadReach reach) {
      Optional<ReachCut> first = reach.cut().stream().findFirst();
      Location location = first.map(ReachCut::location).orElse(reach.location());
      String place = location.file() + ":" + location.span().start().line();
      return new Row(
          reach.verdict(),
          TerminalText.start(reach.object().toString(), MAX_WORKLOAD),
          TerminalText.end(place, MAX_PLACE),
          TerminalText.start(first.map(ReachCut::message).orElse(""), MAX_CHANGE));
    }
  }

  /** Where a workload is written. */
  private record Written(Location location, String kind, String path) {}

  /**
   * @param reach how far each workload leads, the furthest first
   */
  TextReach(List<WorkloadReach> reach, boolean colour) {
    Map<Written, Set<String>> seen = new HashMap<>();
    this.far =
        reach.stream()
            .filter(each -> each.verdict().compareTo(Verdict.SEES_HOST) > 0)
            .filter(each -> isNew(each, seen))
            .toList();
    this.out = new StyledText(colour);
  }

  /** What is written in one place is one in several scenarios, whatever it is called in each. */
  private static boolean isNew(WorkloadReach reach, Map<Written, Set<String>> seen) {
    Written written = new Written(reach.location(), reach.object().kind(), reach.path());
    List<String> scenarios = reach.scenarios().names();
    Set<String> known = seen.computeIfAbsent(written, unused -> new HashSet<>());
    boolean isNew =
        known.isEmpty() || scenarios.isEmpty() || scenarios.stream().anyMatch(known::contains);
    known.addAll(scenarios);
    return isNew;
  }

  /** The table and an empty line; nothing if no workload reaches far. */
  @Override
  public String toString() {
    if (far.isEmpty()) {
      return "";
    }
    List<Row> rows = far.stream().limit(MAX_ROWS).map(Row::of).toList();
    int verdict = width(rows, row -> row.verdict().label());
    int workload = width(rows, Row::workload);
    int place = width(rows, Row::place);
    out.add(Style.STRONG, "what reaches furthest, and what to change first:").newLine();
    for (Row row : rows) {
      String label = row.verdict().label();
      out.add("  ").add(Style.of(row.verdict()), label).add(blanks(label, verdict));
      out.add(row.workload() + blanks(row.workload(), workload));
      out.add(row.place() + blanks(row.place(), place));
      out.add(row.change().isEmpty() ? "nothing in the manifests" : row.change()).newLine();
    }
    if (far.size() > MAX_ROWS) {
      out.add("  and " + (far.size() - MAX_ROWS) + " more").newLine();
    }
    return out.newLine().toString();
  }

  private static int width(List<Row> rows, Function<Row, String> column) {
    return rows.stream().map(column).mapToInt(TerminalText::width).max().orElseThrow();
  }

  private static String blanks(String text, int column) {
    return " ".repeat(column - TerminalText.width(text) + 2);
  }
}
