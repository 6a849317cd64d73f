package dev.seaworthy.cli;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent.Operand;
import dev.seaworthy.rego.value.RegoText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Quotes parts of policies on one line. */
final class SourceExcerpts {

  private static final int LONG = 120;

  private final Map<String, String> texts;

  /**
   * @param texts the texts of the modules, by file
   */
  SourceExcerpts(Map<String, String> texts) {
    this.texts = texts;
  }

  /** What is written at a place. */
  String of(RegoLocation place) {
    String text = texts.getOrDefault(place.file(), "");
    int end = Math.min(place.offset() + place.length(), text.length());
    return cut(text.substring(Math.min(place.offset(), end), end).replaceAll("\\s+", " "));
  }

  /** What operands are, each once: those that are constants as they stand say nothing. */
  Map<String, String> operands(List<Operand> operands) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Operand operand : operands) {
      String text = of(operand.location());
      String value =
          operand.value().map(known -> cut(RegoText.of(known, length -> {}))).orElse("undefined");
      if (!text.equals(value)) {
        values.putIfAbsent(text, value);
      }
    }
    return values;
  }

  /** The operands in braces, or nothing if there are none. */
  String values(List<Operand> operands) {
    Map<String, String> values = operands(operands);
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(value -> value.getKey() + ": " + value.getValue())
            .collect(Collectors.joining(", ", "  {", "}"));
  }

  private static String cut(String text) {
    return text.length() <= LONG ? text : text.substring(0, LONG) + "...";
  }
}
