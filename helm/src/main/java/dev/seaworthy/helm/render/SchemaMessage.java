package dev.seaworthy.helm.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Helm says of values that do not fit schemas: for each chart its name, and an indented list
 * of places, where those below another tell more of it.
 */
final class SchemaMessage {

  static final String START = "values don't meet the specifications of the schema(s)";

  private static final int MOST = 100;
  private static final String INVALID = "'values.schema.json' is no valid schema";
  private static final String BAD_SCHEMA = "is not valid against metaschema";
  private static final Pattern ADDITIONAL =
      Pattern.compile("(additional properties )(.*)( not allowed)");
  private static final Pattern CHART = Pattern.compile("(\\S+):");
  private static final Pattern PLACE = Pattern.compile("( *)- at '(.*?)': (.*)");

  /** What only leads to the real reasons, each of which has to go. */
  private static final Pattern GROUP =
      Pattern.compile("validation failed|'allOf' failed|.* \\$ref .*");

  private static final Comparator<SchemaViolation> ORDER =
      Comparator.comparing(SchemaViolation::chart)
          .thenComparing(SchemaViolation::pointer)
          .thenComparing(SchemaViolation::message);

  private record Line(int depth, String pointer, String message) {}

  private final List<SchemaViolation> violations = new ArrayList<>();
  private final List<Line> block = new ArrayList<>();
  private String chart = "";
  private boolean isAboutSchema;

  private SchemaMessage() {}

  /** The violations by chart, place and message, since Helm gives them in random order. */
  static List<SchemaViolation> read(String message) {
    SchemaMessage reader = new SchemaMessage();
    message.lines().skip(1).forEach(reader::readLine);
    reader.endBlock();
    return reader.violations.stream().sorted(ORDER).distinct().limit(MOST).toList();
  }

  /** A text with all violations. */
  static String write(List<SchemaViolation> violations) {
    StringBuilder text = new StringBuilder();
    for (SchemaViolation violation : violations) {
      text.append(violation.chart()).append(": ").append(violation.pointer());
      text.append(violation.pointer().isEmpty() ? "" : ": ").append(violation.message());
      text.append('\n');
    }
    return text.toString();
  }

  private void readLine(String line) {
    Matcher place = PLACE.matcher(line);
    Matcher name = CHART.matcher(line);
    if (place.matches()) {
      if (!isAboutSchema) {
        block.add(new Line(place.group(1).length(), place.group(2), sorted(place.group(3))));
      }
    } else if (name.matches()) {
      endBlock();
      chart = name.group(1);
      isAboutSchema = false;
    } else if (!line.isBlank()) {
      endBlock();
      isAboutSchema = line.contains(BAD_SCHEMA);
      violations.add(new SchemaViolation(chart, "", isAboutSchema ? INVALID : unplaced(line)));
    }
  }

  /** Helm tells of values that are no map in its own words; the rest is about the schema. */
  private static String unplaced(String line) {
    String text = line.strip().replace("file:///", "");
    return text.startsWith("invalid type") ? text : "'values.schema.json' cannot be used: " + text;
  }

  /** Names that come from a map are in random order too. */
  private static String sorted(String message) {
    Matcher names = ADDITIONAL.matcher(message);
    return names.matches()
        ? names.group(1)
            + Arrays.stream(names.group(2).split(", ")).sorted().collect(Collectors.joining(", "))
            + names.group(3)
        : message;
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
    reasons.sort(null);
    return reasons.isEmpty() ? "" : ": " + String.join(" / ", reasons);
  }
}
