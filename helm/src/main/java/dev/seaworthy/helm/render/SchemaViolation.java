package dev.seaworthy.helm.render;

import java.util.Arrays;
import java.util.List;

/**
 * A value that a chart's {@code values.schema.json} does not allow.
 *
 * @param chart the name of the chart whose schema and values they are
 * @param pointer a JSON pointer into the values of that chart (RFC 6901); empty for all of them
 * @param message what is wrong there, such as {@code got number, want string}
 */
public record SchemaViolation(String chart, String pointer, String message) {

  /** The keys and list indices that lead to the value. */
  public List<String> path() {
    if (pointer.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(pointer.substring(1).split("/", -1))
        .map(key -> key.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}
