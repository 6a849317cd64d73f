package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Optional;
import java.util.Set;

/**
 * Flags workloads whose selector is empty or does not match the labels of their own pods.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/apps/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidSelector implements ObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-selector", "selector does not match the workload's own pods")
          .category("invalid")
          .remediation("Give the template of the pods every label that the selector asks for.")
          .references(
              "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector",
              "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/")
          .aliases(
              "mismatching-selector",
              "deployment-pod-selector-labels-match-template-metadata-labels",
              "statefulset-pod-selector-labels-match-template-metadata-labels",
              "C-0296")
          .build();

  private static final Set<GroupKind> KINDS =
      Set.of(
          new GroupKind("apps", "DaemonSet"),
          new GroupKind("apps", "Deployment"),
          new GroupKind("apps", "ReplicaSet"),
          new GroupKind("apps", "StatefulSet"));

  private static final GroupKind REPLICATION_CONTROLLER = GroupKind.core("ReplicationController");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    GroupKind kind = GroupKind.of(object);
    Field selector = object.root().get("spec", "selector");
    Field template = object.root().get("spec", "template");
    if (object.isPatch() || !template.isMapping()) {
      return;
    }
    Labels labels = new Labels(template.get("metadata", "labels"));
    if (kind.equals(REPLICATION_CONTROLLER)) {
      checkDefault(selector, labels, violations);
      checkLabels(selector, labels, violations);
    } else if (KINDS.contains(kind) && selector.isMapping()) {
      boolean empty =
          selector.get("matchLabels").members().isEmpty()
              && selector.get("matchExpressions").items().isEmpty();
      if (empty) {
        violations.report(selector, "the selector is empty");
      }
      checkLabels(selector.get("matchLabels"), labels, violations);
      selector
          .get("matchExpressions")
          .items()
          .forEach(expression -> checkExpression(expression, labels, violations));
    }
  }

  /** A selector that is not there is made of the labels of the pods. */
  private static void checkDefault(Field selector, Labels labels, Violations violations) {
    boolean unclear = selector.isPresent() && !selector.isMapping();
    if (!unclear && selector.members().isEmpty() && labels.field().members().isEmpty()) {
      violations.report(
          selector, "there is no selector, and the pods have no labels that one could be made of");
    }
  }

  private static void checkLabels(Field wanted, Labels labels, Violations violations) {
    for (Field label : wanted.members()) {
      String key = label.path().name();
      Field own = labels.get(key);
      if (!own.isPresent() && label.string().isPresent()) {
        violations.report(labels.violation(label, key, "the pods do not have it"));
      } else if (isString(label) && isString(own) && !label.text().equals(own.text())) {
        violations.report(labels.violation(label, key, "the pods have '" + own.text() + "'"));
      }
    }
  }

  private static void checkExpression(Field expression, Labels labels, Violations violations) {
    String key = expression.get("key").text();
    Field own = labels.get(key);
    boolean listed =
        expression.get("values").items().stream()
            .anyMatch(value -> value.text().equals(own.text()));
    Optional<String> fault =
        switch (expression.get("operator").text()) {
          case "In" -> own.isPresent() && listed ? Optional.empty() : Optional.of(labels.has(key));
          case "NotIn" ->
              own.isPresent() && listed ? Optional.of(labels.has(key)) : Optional.empty();
          case "Exists" -> own.isPresent() ? Optional.empty() : Optional.of(labels.has(key));
          case "DoesNotExist" -> own.isPresent() ? Optional.of(labels.has(key)) : Optional.empty();
          default -> Optional.empty();
        };
    fault
        .filter(text -> !key.isEmpty())
        .ifPresent(text -> violations.report(labels.violation(expression, key, text)));
  }

  private static boolean isString(Field label) {
    return label.string().isPresent() && !Placeholder.isIn(label.text());
  }

  /** The labels of the pods. */
  private record Labels(Field field) {

    Field get(String key) {
      return field.get(key);
    }

    String has(String key) {
      Field own = get(key);
      return own.isPresent() ? "the pods have '" + own.text() + "'" : "the pods do not have it";
    }

    Violation violation(Field wanted, String key, String have) {
      String message =
          "the selector does not match the pods of the template by label '" + key + "': " + have;
      return Violation.at(wanted, message)
          .with(get(key).isPresent() ? get(key) : field, "these are the labels of the pods");
    }
  }
}
