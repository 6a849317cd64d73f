package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Flags priority classes with a value or a name that only the cluster's own have.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/scheduling/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidPriorityClass implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-priority-class", "priority class is for the cluster alone")
          .category("invalid")
          .remediation("Write a value up to 1000000000, and a name that does not start 'system-'.")
          .references(
              "https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/priority-class-v1/")
          .build();

  private static final long MOST = 1_000_000_000;
  private static final String OF_SYSTEM = "system-";

  /** Those that every cluster has, with their values. */
  private static final Map<String, Long> SYSTEM =
      Map.of("system-cluster-critical", 2_000_000_000L, "system-node-critical", 2_000_001_000L);

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(new ApiKind("scheduling.k8s.io/v1", "PriorityClass"));
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    Field name = object.root().get("metadata", "name");
    Field value = object.root().get("value");
    if (name.text().startsWith(OF_SYSTEM)) {
      if (!SYSTEM.containsKey(name.text())) {
        violations.report(
            name, "'system-' starts the names of the cluster's own priority classes only");
      } else if (!value.integer().equals(Optional.of(SYSTEM.get(name.text())))) {
        violations.report(
            Violation.at(value, "'" + name.text() + "' has the value " + SYSTEM.get(name.text()))
                .with(name, "this is the name"));
      }
    } else if (value.integer().filter(number -> number > MOST).isPresent()) {
      violations.report(value, "'value' " + value.text() + " is over " + MOST);
    }
  }
}
