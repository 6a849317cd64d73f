package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that act as others: as anybody, or as the group that may do everything. */
public final class ImpersonationPermission implements PermissionRule {

  private static final List<String> VERB = List.of("impersonate");

  static final Permission PERMISSION =
      Permission.NONE
          .anywhere(VERB, "", "serviceaccounts")
          .clusterWide(VERB, "", "users", "groups")
          .clusterWide(VERB, "authentication.k8s.io", "uids")
          .anywhereNamed("impersonate", "", "groups", "system:masters");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("impersonation-permission", "role may act as others")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation(
              "Leave 'impersonate' out, or name the accounts, users or groups in 'resourceNames'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb",
              "https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation")
          .aliases("KSV-0043", "C-0065", "C-0191", "CKV2_K8S_3", "restrict-escalation-verbs-roles")
          .standards("cis:5.1.8")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Permission permission() {
    return PERMISSION;
  }

  @Override
  public Field place(Use use) {
    return use.verb();
  }
}
