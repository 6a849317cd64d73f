package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/**
 * Flags roles that run commands in pods; a client that speaks WebSocket does so with {@code get}.
 */
public final class PodExecPermission extends ScopedPermission {

  static final Permission PERMISSION =
      Permission.NONE.clusterWide(List.of("create", "get"), "", "pods/exec");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("pod-exec-permission", "role may run commands in pods")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation("Grant it in the namespaces that need it, with a Role or a RoleBinding.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources",
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .aliases(
              "KSV-0053",
              "C-0002",
              "CKV2_K8S_2",
              "clusterrolePodExecAttach",
              "rolePodExecAttach",
              "clusterrolebindingPodExecAttach",
              "rolebindingRolePodExecAttach",
              "rolebindingClusterRolePodExecAttach")
          .parameters(NamespacedRoles.PARAMETER)
          .build();

  public PodExecPermission() {
    this(PERMISSION);
  }

  private PodExecPermission(Permission permission) {
    super(permission);
  }

  @Override
  Rule on(Permission other) {
    return new PodExecPermission(other);
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }
}
