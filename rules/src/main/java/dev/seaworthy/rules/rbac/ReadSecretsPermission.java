package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that read secrets, by any of three verbs: a list holds the contents as well. */
public final class ReadSecretsPermission extends ScopedPermission {

  static final Permission PERMISSION =
      Permission.NONE.clusterWide(List.of("get", "list", "watch"), "", "secrets");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("read-secrets-permission", "role may read all secrets")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation(
              "Grant it in the namespaces that need it, with a Role or a RoleBinding, or name the secrets in 'resourceNames' and leave out 'list' and 'watch'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets")
          .aliases(
              "KSV-0041",
              "KSV-0113",
              "C-0015",
              "C-0186",
              "CKV2_K8S_5",
              "access-to-secrets",
              "restrict-secret-role-verbs")
          .standards("cis:5.1.2")
          .parameters(NamespacedRoles.PARAMETER)
          .build();

  public ReadSecretsPermission() {
    this(PERMISSION);
  }

  private ReadSecretsPermission(Permission permission) {
    super(permission);
  }

  @Override
  Rule on(Permission other) {
    return new ReadSecretsPermission(other);
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }
}
