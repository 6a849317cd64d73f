package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Flags roles that change all resources, or all of the core group, secrets and pods included. */
public final class ManageAllResources implements ContextRule {

  private static final List<String> MANAGING =
      List.of(PolicyRule.ALL, "create", "update", "patch", "delete", "deletecollection");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("manage-all-resources", "role may change all resources")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation("List the resources that are needed, and the verbs for each.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles")
          .aliases(
              "KSV-0044",
              "KSV-0046",
              "KSV-0112",
              "C-0187",
              "CKV_K8S_49",
              "wildcard-in-rules",
              "restrict-wildcard-resources")
          .standards("cis:5.1.3")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<GroupKind> kinds() {
    return RbacGraph.kinds();
  }

  @Override
  public void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    WrittenRole.of(object, scanned).ifPresent(role -> check(role, violations));
  }

  private static void check(WrittenRole role, Violations violations) {
    for (PolicyRule rule : role.rules()) {
      if (isGivenBy(rule)) {
        String text = RuleText.verbs(rule) + " " + RuleText.resources(rule) + " " + role.where();
        violations.report(place(rule), role.title() + " may " + text);
      }
    }
    takesInAll(role.object())
        .ifPresent(
            selector ->
                violations.report(
                    selector,
                    role.title()
                        + " takes in the rules of all cluster roles, 'cluster-admin' among them"));
  }

  /** Whether a rule of a role lets all resources be changed. */
  static boolean isGivenBy(PolicyRule rule) {
    return rule.resources().contains(PolicyRule.ALL)
        && !rule.isNamed()
        && (rule.apiGroups().contains(PolicyRule.ALL) || rule.apiGroups().contains(""))
        && rule.verbs().stream().anyMatch(MANAGING::contains);
  }

  private static Field place(PolicyRule rule) {
    return rule.field().orElseThrow().get("resources").items().stream()
        .filter(item -> item.text().equals(PolicyRule.ALL))
        .findFirst()
        .orElseThrow();
  }

  /** The selector of an aggregated role that, having no condition, selects every role. */
  private static Optional<Field> takesInAll(KubernetesObject role) {
    return role.root().get("aggregationRule", "clusterRoleSelectors").items().stream()
        .filter(Field::isMapping)
        .filter(
            selector ->
                selector.get("matchLabels").members().isEmpty()
                    && selector.get("matchExpressions").items().isEmpty())
        .findFirst();
  }
}
