package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that lift the API server's own limit: to grant no more than one has. */
public final class BindEscalatePermission implements PermissionRule {

  private static final String GROUP = RbacGraph.CLUSTER_ROLE.group();

  static final Permission PERMISSION =
      Permission.NONE
          .anywhere(List.of("escalate"), GROUP, "roles")
          .clusterWide(List.of("escalate"), GROUP, "clusterroles")
          .anywhere(List.of("bind"), GROUP, "clusterroles", "roles")
          .anywhereNamed("bind", GROUP, "clusterroles", "cluster-admin");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("bind-escalate-permission", "role may grant more than it has")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation(
              "Leave 'escalate' and 'bind' out, or name the roles that may be bound in 'resourceNames'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb",
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#bind-verb",
              "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping")
          .aliases(
              "KSV-0050",
              "KSV-0051",
              "KSV-0052",
              "KSV-0055",
              "C-0191",
              "CKV_K8S_157",
              "CKV_K8S_158",
              "CKV2_K8S_1",
              "restrict-escalation-verbs-roles")
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
