package dev.seaworthy.rego;

import dev.seaworthy.rego.value.RegoValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One solution of a query.
 *
 * @param bindings the values of its variables, by name; variables that start with {@code _} are
 *     there too, wildcards are not
 * @param expressions the values of its statements, in order of the text: {@code true} for those
 *     that have none of their own, such as {@code x = 1}
 */
public record QueryResult(Map<String, RegoValue> bindings, List<RegoValue> expressions) {

  public QueryResult {
    bindings = Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
    expressions = List.copyOf(expressions);
  }

  /** Whether no statement is {@code false}. */
  public boolean holds() {
    return expressions.stream().allMatch(RegoValue::isTruthy);
  }
}
