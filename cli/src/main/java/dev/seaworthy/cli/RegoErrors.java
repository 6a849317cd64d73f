package dev.seaworthy.cli;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what is wrong with policies, to people and to programs. */
final class RegoErrors {

  /** The texts that errors point into, by file; the query under the empty name. */
  private final Map<String, String> texts;

  RegoErrors(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Each error with its place, and the line it is about. */
  String text(List<RegoError> errors) {
    StringBuilder text = new StringBuilder();
    for (RegoError error : errors) {
      text.append(error).append('\n');
      error.location().ifPresent(place -> quote(place, text));
    }
    return text.toString();
  }

  private void quote(RegoLocation place, StringBuilder text) {
    Optional<String> line = line(place);
    if (line.isEmpty() || line.get().isBlank()) {
      return;
    }
    String number = " ".repeat(2) + place.row();
    int column = line.get().offsetByCodePoints(0, Math.min(place.column() - 1, length(line.get())));
    String before = line.get().substring(0, column);
    String margin = before.replaceAll("[^\t]", " ");
    text.append(number).append(" | ").append(line.get()).append('\n');
    text.append(" ".repeat(number.length())).append(" | ").append(margin);
    text.append("^".repeat(width(place, line.get().length() - column))).append('\n');
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }

  private static int width(RegoLocation place, int left) {
    return Math.max(1, Math.min(place.length(), left));
  }

  private Optional<String> line(RegoLocation place) {
    return Optional.ofNullable(texts.get(place.file()))
        .map(text -> new SourceText(place.file(), text))
        .filter(text -> place.row() <= text.lineCount())
        .map(text -> text.line(place.row()));
  }

  /** The document with which {@code opa} says that there are errors. */
  Map<String, Object> json(List<RegoError> errors) {
    List<Object> list = new ArrayList<>();
    for (RegoError error : errors) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("message", error.message());
      members.put("code", error.code());
      error.location().ifPresent(place -> members.put("location", location(place)));
      error
          .location()
          .flatMap(place -> details(error, place))
          .ifPresent(details -> members.put("details", details));
      list.add(members);
    }
    return Map.of("errors", list);
  }

  /** The line of a syntax error, and the index of the error in it. */
  private Optional<Map<String, Object>> details(RegoError error, RegoLocation place) {
    if (!error.code().equals("rego_parse_error")) {
      return Optional.empty();
    }
    return line(place)
        .map(
            line -> {
              Map<String, Object> details = new LinkedHashMap<>();
              details.put("line", line);
              details.put("idx", place.column() - 1);
              return details;
            });
  }

  static Map<String, Object> location(RegoLocation place) {
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("file", place.file());
    location.put("row", place.row());
    location.put("col", place.column());
    return location;
  }
}
