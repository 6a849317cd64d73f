package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Flags rules of roles that the API server refuses: about nothing, or about resources and paths at
 * once.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/rbac/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidRole implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-role", "rule of a role is refused")
          .category("invalid")
          .remediation(
              "Give the rule 'apiGroups' and 'resources', or in a ClusterRole 'nonResourceURLs'.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/",
              "https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/cluster-role-v1/")
          .build();

  private static final ApiKind ROLE = new ApiKind("rbac.authorization.k8s.io/v1", "Role");
  private static final ApiKind CLUSTER_ROLE =
      new ApiKind("rbac.authorization.k8s.io/v1", "ClusterRole");

  private static final List<String> OF_RESOURCES =
      List.of("apiGroups", "resources", "resourceNames");
  private static final List<String> NEEDED = List.of("apiGroups", "resources");
  private static final Set<String> KNOWN =
      Set.of("apiGroups", "resources", "resourceNames", "nonResourceURLs", "verbs");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(ROLE, CLUSTER_ROLE);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    boolean namespaced = ApiKind.of(object).equals(ROLE);
    for (Field rule : object.root().get("rules").items()) {
      if (rule.get("nonResourceURLs").items().isEmpty()) {
        checkResources(rule, namespaced, violations);
      } else {
        checkPaths(rule, namespaced, violations);
      }
    }
    Field aggregation = object.root().get("aggregationRule");
    Field selectors = aggregation.get("clusterRoleSelectors");
    boolean none = !selectors.isPresent() || selectors.isList() && selectors.items().isEmpty();
    if (aggregation.isMapping() && none) {
      violations.report(
          selectors, "'aggregationRule' needs at least one of 'clusterRoleSelectors'");
    }
  }

  private static void checkPaths(Field rule, boolean namespaced, Violations violations) {
    Field paths = rule.get("nonResourceURLs");
    Optional<Field> other =
        OF_RESOURCES.stream().map(rule::get).filter(list -> !list.items().isEmpty()).findFirst();
    if (namespaced) {
      violations.report(paths, "a Role has no 'nonResourceURLs': only a ClusterRole does");
    } else if (other.isPresent()) {
      String name = other.get().path().name();
      violations.report(
          Violation.at(
                  paths,
                  "a rule has 'nonResourceURLs' or '" + name + "', not both: write two rules")
              .with(other.get(), "this is about resources"));
    }
  }

  /** A field that is not known may be one of these misspelt, so then nothing is missing. */
  private static void checkResources(Field rule, boolean namespaced, Violations violations) {
    boolean misspelt =
        rule.members().stream().anyMatch(field -> !KNOWN.contains(field.path().name()));
    if (misspelt || !rule.isMapping()) {
      return;
    }
    List<Field> missing =
        NEEDED.stream().map(rule::get).filter(list -> list.items().isEmpty()).toList();
    if (missing.size() == NEEDED.size()) {
      String paths = namespaced ? "" : ", or 'nonResourceURLs'";
      violations.report(rule, "the rule needs 'apiGroups' and 'resources'" + paths);
    } else {
      missing.stream()
          .filter(list -> list.isList() || !list.isPresent())
          .forEach(
              list -> {
                String core =
                    list.path().name().equals("apiGroups") ? ": \"\" is the core group" : "";
                violations.report(list, "the rule needs '" + list.path().name() + "'" + core);
              });
    }
  }
}
