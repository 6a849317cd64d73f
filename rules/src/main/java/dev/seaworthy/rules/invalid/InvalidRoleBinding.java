package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/**
 * Flags bindings that the API server refuses: subjects with the group or the namespace of another
 * kind, and roles that cannot be bound so.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/rbac/validation/validation.go">
 *     the checks of the API server</a>
 */
public final class InvalidRoleBinding implements WholeObjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-role-binding", "subject or role of a binding is refused")
          .category("invalid")
          .remediation(
              "Write service accounts with their namespace and without 'apiGroup', users and groups"
                  + " with 'rbac.authorization.k8s.io'.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects",
              "https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/role-binding-v1/")
          .build();

  private static final String GROUP = "rbac.authorization.k8s.io";
  private static final ApiKind BINDING = new ApiKind(GROUP + "/v1", "RoleBinding");
  private static final ApiKind CLUSTER_BINDING = new ApiKind(GROUP + "/v1", "ClusterRoleBinding");
  private static final Set<String> OF_GROUP = Set.of("User", "Group");

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<ApiKind> kinds() {
    return Set.of(BINDING, CLUSTER_BINDING);
  }

  @Override
  public void judge(KubernetesObject object, Violations violations) {
    boolean ofCluster = ApiKind.of(object).equals(CLUSTER_BINDING);
    Field role = object.root().get("roleRef");
    if (ofCluster && role.get("kind").text().equals("Role")) {
      violations.report(
          role.get("kind"),
          "a ClusterRoleBinding binds no Role: write a ClusterRole, or a RoleBinding");
    }
    RefusedName.check("name of a role", role.get("name"), NameFormat.PATH_SEGMENT, violations);
    for (Field subject : object.root().get("subjects").items()) {
      checkSubject(subject, ofCluster, violations);
    }
  }

  private static void checkSubject(Field subject, boolean ofCluster, Violations violations) {
    String kind = subject.get("kind").text();
    Field group = subject.get("apiGroup");
    if (Placeholder.isIn(group.text())) {
      return;
    }
    if (kind.equals("ServiceAccount")) {
      RefusedName.check(
          "name of a service account", subject.get("name"), NameFormat.DNS_SUBDOMAIN, violations);
      if (!group.text().isEmpty()) {
        violations.report(
            group, "a ServiceAccount has no 'apiGroup': remove '" + group.text() + "'");
      }
      if (ofCluster && isEmpty(subject.get("namespace")) && hasNoTypo(subject)) {
        violations.report(
            subject, "service account '" + subject.get("name").text() + "' needs its 'namespace'");
      }
    } else if (OF_GROUP.contains(kind) && !group.text().isEmpty() && !group.text().equals(GROUP)) {
      violations.report(
          group, "the 'apiGroup' of a " + kind + " is '" + GROUP + "', not '" + group.text() + "'");
    }
  }

  /** A field that is not known may be the namespace misspelt. */
  private static boolean hasNoTypo(Field subject) {
    Set<String> known = Set.of("kind", "name", "namespace", "apiGroup");
    return subject.members().stream().allMatch(field -> known.contains(field.path().name()));
  }

  private static boolean isEmpty(Field field) {
    return !field.isPresent() || field.string().filter(String::isEmpty).isPresent();
  }
}
