package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags wildcards that stand for more tomorrow than today. Those that give everything, or one of
 * the permissions that the profile {@code recommended} looks for, are reported as that.
 */
public final class WildcardInRole implements ContextRule {

  private static final List<PermissionRule> TOLD =
      List.of(
          new BindEscalatePermission(),
          new CreateWorkloadsPermission(),
          new CsrApprovalPermission(),
          new ImpersonationPermission(),
          new NodesProxyPermission(),
          new PodAttachPermission(),
          new PodExecPermission(),
          new ReadSecretsPermission(),
          new WebhookConfigurationPermission());

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("wildcard-in-role", "role has a wildcard")
          .severity(Severity.LOW)
          .category("rbac")
          .profile(Profile.STRICT)
          .remediation("List what is needed instead of '*'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources")
          .aliases(
              "KSV-0045",
              "C-0187",
              "CKV_K8S_49",
              "wildcard-in-rules",
              "restrict-wildcard-verbs",
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
    Set<PolicyRule> told = told(role);
    List<Violation> found = new ArrayList<>();
    for (PolicyRule rule : role.rules()) {
      if (!told.contains(rule) && !ManageAllResources.isGivenBy(rule)) {
        wildcard(rule)
            .ifPresent(item -> found.add(Violation.at(item, role.title() + " may " + text(rule))));
      }
    }
    if (!found.isEmpty()) {
      Violation first = found.get(0);
      for (Violation other : found.subList(1, found.size())) {
        first = first.with(other.field(), "and here another wildcard");
      }
      violations.report(first);
    }
  }

  private static Set<PolicyRule> told(WrittenRole role) {
    Set<PolicyRule> told = new HashSet<>();
    TOLD.stream()
        .filter(rule -> rule.isComplete(role))
        .forEach(rule -> rule.permission().uses(role).forEach(use -> told.add(use.rule())));
    return told;
  }

  private static Optional<Field> wildcard(PolicyRule rule) {
    Field field = rule.field().orElseThrow();
    return Stream.of("verbs", "resources", "apiGroups", "nonResourceURLs")
        .flatMap(list -> field.get(list).items().stream())
        .filter(item -> item.text().equals(PolicyRule.ALL))
        .findFirst();
  }

  private static String text(PolicyRule rule) {
    String objects = rule.resources().isEmpty() ? urls(rule) : RuleText.resources(rule);
    return RuleText.verbs(rule) + " " + objects;
  }

  private static String urls(PolicyRule rule) {
    return rule.nonResourceUrls().contains(PolicyRule.ALL)
        ? "all paths of the API server"
        : RuleText.names(rule.nonResourceUrls());
  }
}
