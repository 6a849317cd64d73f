package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/** An expression of a selector: a key, an operator and the values that it needs, or has none of. */
final class SelectorExpression {

  private static final Set<String> WITH_VALUES = Set.of("In", "NotIn");
  private static final Set<String> WITHOUT = Set.of("Exists", "DoesNotExist");
  private static final Set<String> KNOWN = Set.of("key", "scopeName", "operator", "values");

  private SelectorExpression() {}

  /** Judges whether there are values. */
  static void checkValues(Field expression, Violations violations) {
    String operator = expression.get("operator").text();
    Field values = expression.get("values");
    boolean misspelt =
        expression.members().stream().anyMatch(field -> !KNOWN.contains(field.path().name()));
    boolean empty = !values.isPresent() || values.isList() && values.items().isEmpty();
    if (WITH_VALUES.contains(operator) && empty && !misspelt) {
      violations.report(values, "operator '" + operator + "' needs 'values'");
    } else if (WITHOUT.contains(operator) && !values.items().isEmpty()) {
      violations.report(values, "operator '" + operator + "' takes no 'values'");
    }
  }
}
