package dev.seaworthy.cli;

import dev.seaworthy.rego.trace.CoverageReport;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes which lines tests evaluate. */
final class CoverageText {

  private CoverageText() {}

  /** One line for each file, with the lines that are not covered. */
  static String table(CoverageReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("COVERED", "FILE", "LINES NOT COVERED"));
    report
        .files()
        .forEach((name, file) -> rows.add(List.of(percent(file.percent()), name, lines(file))));
    rows.add(List.of(percent(report.percent()), "all", ""));
    return Table.of(rows).replaceAll(" +\n", "\n");
  }

  private static String percent(double percent) {
    return String.format(Locale.ROOT, "%.1f%%", percent);
  }

  private static String lines(CoverageReport.File file) {
    return file.notCoveredLines().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** In the shape that {@code opa} gives it. */
  static String json(CoverageReport report) {
    Map<String, Object> files = new LinkedHashMap<>();
    report.files().forEach((name, file) -> files.put(name, file(file)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("files", files);
    counts(document, report.coveredLines(), report.notCoveredLines(), report.percent());
    return Json.of(document) + "\n";
  }

  private static Map<String, Object> file(CoverageReport.File file) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!file.covered().isEmpty()) {
      members.put("covered", file.covered().stream().map(CoverageText::range).toList());
    }
    if (!file.notCovered().isEmpty()) {
      members.put("not_covered", file.notCovered().stream().map(CoverageText::range).toList());
    }
    counts(members, file.coveredLines().size(), file.notCoveredLines().size(), file.percent());
    return members;
  }

  private static void counts(Map<String, Object> members, int covered, int not, double percent) {
    if (covered > 0) {
      members.put("covered_lines", covered);
    }
    if (not > 0) {
      members.put("not_covered_lines", not);
    }
    members.put("coverage", percent == Math.rint(percent) ? (Number) (long) percent : percent);
  }

  private static Map<String, Object> range(Span span) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("start", position(span.start()));
    range.put("end", position(span.end()));
    return range;
  }

  private static Map<String, Object> position(Position position) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("row", position.line());
    members.put("col", position.column());
    return members;
  }
}
