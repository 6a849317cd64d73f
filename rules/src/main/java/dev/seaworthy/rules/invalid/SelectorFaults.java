package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violations;
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

  private static final Set<String> COMPARING = Set.of("Gt", "Lt");
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
      SelectorExpression.checkValues(expression, violations);
      checkComparison(expression);
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
      RefusedName.report("key of a label", label, key, NameFormat.faultOfKey(key), violations);
      RefusedName.check("value of a label", label, NameFormat.LABEL_VALUE, violations);
    }
    for (Field expression : selector.get("matchExpressions").items()) {
      SelectorExpression.checkValues(expression, violations);
      Field key = expression.get("key");
      if (key.string().filter(String::isEmpty).isPresent()) {
        violations.report(key, "the 'key' of an expression is empty");
      }
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

  private void checkComparison(Field expression) {
    String operator = expression.get("operator").text();
    Field values = expression.get("values");
    boolean unclear = values.isPresent() && !values.isList();
    if (COMPARING.contains(operator) && values.items().size() != 1 && !unclear) {
      violations.report(values, "operator '" + operator + "' needs one of 'values'");
    }
  }

  private void checkValues(Field expression) {
    for (Field value : expression.get("values").items()) {
      RefusedName.check("value of a label", value, NameFormat.LABEL_VALUE, violations);
    }
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
}
