package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that attach to the processes of pods, or to new containers in them. */
public final class PodAttachPermission extends ScopedPermission {

  static final Permission PERMISSION =
      Permission.NONE
          .clusterWide(List.of("create", "get"), "", "pods/attach")
          .clusterWide(List.of("update", "patch"), "", "pods/ephemeralcontainers");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("pod-attach-permission", "role may attach to pods")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation("Grant it in the namespaces that need it, with a Role or a RoleBinding.")
          .references(
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources",
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/")
          .aliases(
              "KSV-0054",
              "clusterrolePodExecAttach",
              "rolePodExecAttach",
              "clusterrolebindingPodExecAttach",
              "rolebindingRolePodExecAttach",
              "rolebindingClusterRolePodExecAttach")
          .parameters(NamespacedRoles.PARAMETER)
          .build();

  public PodAttachPermission() {
    this(PERMISSION);
  }

  private PodAttachPermission(Permission permission) {
    super(permission);
  }

  @Override
  Rule on(Permission other) {
    return new PodAttachPermission(other);
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }
}
