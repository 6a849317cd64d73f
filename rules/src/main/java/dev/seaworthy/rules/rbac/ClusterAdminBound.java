package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rbac.Subject;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Flags bindings to the built-in roles that are the cluster, or come to that: {@code admin} and
 * {@code edit} are made for one namespace, and in every one they act as any service account.
 */
public final class ClusterAdminBound implements ObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("cluster-admin-bound", "binding gives the role of an administrator")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation("Bind a role that has what is needed and no more.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles",
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege")
          .aliases(
              "KSV-0111",
              "C-0035",
              "C-0185",
              "C-0187",
              "cluster-admin-role-binding",
              "clusterrolebindingClusterAdmin",
              "rolebindingClusterAdminClusterRole",
              "rolebindingClusterAdminRole",
              "restrict-binding-clusteradmin")
          .standards("cis:5.1.1")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(KubernetesObject object, Violations violations) {
    List<Subject> subjects = BuiltIn.is(object) ? List.of() : Subject.of(object);
    if (!subjects.isEmpty()) {
      Field role = object.root().get("roleRef", "name");
      given(object)
          .ifPresent(
              given ->
                  violations.report(
                      role,
                      "cluster role '" + role.text() + "' lets " + whom(subjects) + " " + given));
    }
  }

  /** What a binding lets its subjects do, if that is everything. */
  private static Optional<String> given(KubernetesObject binding) {
    Field role = binding.root().get("roleRef");
    if (!role.get("kind").text().equals("ClusterRole")) {
      return Optional.empty();
    }
    GroupKind kind = GroupKind.of(binding);
    String name = role.get("name").text();
    if (kind.equals(RbacGraph.ROLE_BINDING) && name.equals("cluster-admin")) {
      return Optional.of(
          binding
              .namespace()
              .map(namespace -> "do everything in namespace '" + namespace + "'")
              .orElse("do everything in its namespace"));
    }
    if (!kind.equals(RbacGraph.CLUSTER_ROLE_BINDING)) {
      return Optional.empty();
    }
    return switch (name) {
      case "cluster-admin" -> Optional.of("do everything in the cluster");
      case "admin", "edit" ->
          Optional.of("run pods and read secrets in every namespace, so take the cluster");
      default -> Optional.empty();
    };
  }

  private static String whom(List<Subject> subjects) {
    return RuleText.names(subjects.stream().map(ClusterAdminBound::title).toList());
  }

  private static String title(Subject subject) {
    String kind =
        subject.kind().equals(Subject.SERVICE_ACCOUNT)
            ? "service account"
            : subject.kind().toLowerCase(Locale.ROOT);
    return kind + " '" + subject.name() + "'";
  }
}
