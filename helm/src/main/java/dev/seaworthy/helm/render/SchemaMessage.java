package dev.seaworthy.helm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Helm says of values that do not fit schemas: for each chart its name, and an indented list
 * of places, where those below another tell more of it.
 */
final class SchemaMessage {

  static final String START = "values don't meet the specifications of the schema(s)";

  private static final int MOST = 100;
  private static final Pattern CHART = Pattern.compile("(\\S+):");
  private static final Pattern PLACE = Pattern.compile("( *)- at '(.*?)': (.*)");

  /** What only leads to the real reasons, each of which has to go. */
  private static final Pattern GROUP =
      Pattern.compile("validation failed|'allOf' failed|.* \\$ref .*");

  private record Line(int depth, String pointer, String message) {}

  private final List<SchemaViolation> violations = new ArrayList<>();
  private final List<Line> block = new ArrayList<>();
  private String chart = "";

  private SchemaMessage() {}

  static List<SchemaViolation> read(String message) {
    SchemaMessage reader = new SchemaMessage();
    message.lines().skip(1).forEach(reader::readLine);
    reader.endBlock();
    return reader.violations.stream().limit(MOST).toList();
  }

  private void readLine(String line) {
    Matcher place = PLACE.matcher(line);
    Matcher name = CHART.matcher(line);
    if (place.matches()) {
      block.add(new Line(place.group(1).length(), place.group(2), place.group(3)));
    } else if (name.matches()) {
      endBlock();
      chart = name.group(1);
    } else if (!line.isBlank()) {
      endBlock();
      violations.add(new SchemaViolation(chart, "", line.strip()));
    }
  }

  private void endBlock() {
    for (int i = 0; i < block.size(); ) {
      Line line = block.get(i);
      int end = endOf(i);
      if (end > i + 1 && GROUP.matcher(line.message()).matches()) {
        i++;
      } else {
        String message = line.message() + reasons(i + 1, end);
        violations.add(new SchemaViolation(chart, line.pointer(), message));
        i = end;
      }
    }
    block.clear();
  }

  private int endOf(int start) {
    int end = start + 1;
    while (end < block.size() && block.get(end).depth() > block.get(start).depth()) {
      end++;
    }
    return end;
  }

  /** Of alternatives one is enough, so they are told together. */
  private String reasons(int start, int end) {
    List<String> reasons = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (endOf(i) == i + 1) {
        reasons.add(block.get(i).message());
      }
    }
    return reasons.isEmpty() ? "" : ": " + String.join(" / ", reasons);
  }
}
