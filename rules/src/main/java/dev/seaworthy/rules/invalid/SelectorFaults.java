package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violations;
import java.util.Optional;
import java.util.Set;

/**
 * Selectors of nodes and of pods: the values that an operator needs, and those that no label has.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/validation/validation.go">
 *     the checks in apimachinery</a>
 */
final class SelectorFaults {

  /** The one field of nodes to select by. */
  private static final String NODE_NAME = "metadata.name";

  private static final Set<String> LISTING = Set.of("In", "NotIn");

  /** What labels are compared by beside it. */
  private static final Set<String> OF_LABELS = Set.of("Exists", "DoesNotExist", "Gt", "Lt");

  private final Violations violations;

  SelectorFaults(Violations violations) {
    this.violations = violations;
  }

  /**
   * Judges a term that selects nodes.
   *
   * @param values whether values have to be those of labels
   */
  void checkNodes(Field term, boolean values) {
    for (Field expression : term.get("matchExpressions").items()) {
      checkNumber(expression, true);
      if (values) {
        checkValues(expression);
      }
    }
    for (Field expression : term.get("matchFields").items()) {
      checkField(expression);
    }
  }

  /** Judges a selector by labels. */
  void checkLabels(Field selector) {
    for (Field label : selector.get("matchLabels").members()) {
      String key = label.path().name();
      report("key of a label", label, key, NameFormat.faultOfKey(key));
      checkValue(label);
    }
    for (Field expression : selector.get("matchExpressions").items()) {
      checkNumber(expression, false);
      checkValues(expression);
    }
  }

  /** Judges keys whose values the pod's own labels add to a selector. */
  void checkKeys(Field keys, Field selector) {
    if (!keys.items().isEmpty() && !selector.isPresent()) {
      violations.report(
          keys, "'" + keys.path().name() + "' need a '" + selector.path().name() + "' to add to");
    }
  }

  private void checkNumber(Field expression, boolean compares) {
    String operator = expression.get("operator").text();
    Field values = expression.get("values");
    int number = values.items().size();
    boolean unclear = values.isPresent() && !values.isList();
    String needed =
        switch (operator) {
          case "In", "NotIn" -> number == 0 ? "needs 'values'" : "";
          case "Exists", "DoesNotExist" -> number > 0 ? "takes no 'values'" : "";
          case "Gt", "Lt" -> number == 1 || !compares ? "" : "needs one of 'values'";
          default -> "";
        };
    if (!needed.isEmpty() && !unclear) {
      violations.report(values, "operator '" + operator + "' " + needed);
    }
  }

  private void checkValues(Field expression) {
    expression.get("values").items().forEach(this::checkValue);
  }

  private void checkValue(Field value) {
    String text = value.string().orElse("");
    report("value of a label", value, text, NameFormat.LABEL_VALUE.fault(text));
  }

  private void checkField(Field expression) {
    Field key = expression.get("key");
    Field operator = expression.get("operator");
    Field values = expression.get("values");
    boolean unclear = key.text().isEmpty() || Placeholder.isIn(key.text());
    if (!unclear && !key.text().equals(NODE_NAME)) {
      violations.report(key, "nodes are selected by the field '" + NODE_NAME + "' only");
    }
    if (OF_LABELS.contains(operator.text())) {
      violations.report(operator, "fields of nodes are selected by 'In' and 'NotIn' only");
    } else if (LISTING.contains(operator.text())
        && values.items().size() != 1
        && (values.isList() || !values.isPresent())) {
      violations.report(values, "a field of nodes is compared with one of 'values'");
    }
  }

  private void report(String what, Field field, String text, Optional<String> fault) {
    if (fault.isPresent() && !Placeholder.isIn(text)) {
      violations.report(field, what + " '" + text + "' is refused: " + fault.get());
    }
  }
}
