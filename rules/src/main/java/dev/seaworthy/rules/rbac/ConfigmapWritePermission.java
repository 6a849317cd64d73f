package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that write configuration maps: every namespace's, the cluster's own among them. */
public final class ConfigmapWritePermission extends ScopedPermission {

  private static final List<String> VERBS = List.of("create", "update", "patch");

  static final Permission PERMISSION =
      Permission.NONE
          .clusterWide(VERBS, "", "configmaps")
          .anywhereNamed("update", "", "configmaps", "aws-auth")
          .anywhereNamed("patch", "", "configmaps", "aws-auth");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("configmap-write-permission", "role may write configuration maps")
          .severity(Severity.LOW)
          .category("rbac")
          .profile(Profile.STRICT)
          .remediation(
              "Grant it in the namespaces that need it, with a Role or a RoleBinding, or name the maps in 'resourceNames'.")
          .references(
              "https://kubernetes.io/docs/concepts/configuration/configmap/",
              "https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html",
              "https://kubernetes.io/docs/tasks/administer-cluster/dns-custom-nameservers/")
          .aliases("KSV-0049", "KSV-0115", "C-0037")
          .parameters(NamespacedRoles.PARAMETER)
          .build();

  public ConfigmapWritePermission() {
    this(PERMISSION);
  }

  private ConfigmapWritePermission(Permission permission) {
    super(permission);
  }

  @Override
  Rule on(Permission other) {
    return new ConfigmapWritePermission(other);
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }
}
