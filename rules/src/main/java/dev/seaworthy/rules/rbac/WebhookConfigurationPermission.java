package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/** Flags roles that write what every request passes through, or take it away. */
public final class WebhookConfigurationPermission implements PermissionRule {

  static final Permission PERMISSION =
      Permission.NONE.clusterWide(
          List.of("create", "update", "patch", "delete", "deletecollection"),
          "admissionregistration.k8s.io",
          "mutatingwebhookconfigurations",
          "validatingwebhookconfigurations");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("webhook-configuration-permission", "role may change admission webhooks")
          .severity(Severity.MEDIUM)
          .category("rbac")
          .remediation(
              "Leave out the verbs that write, or name the configurations in 'resourceNames'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks",
              "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/")
          .aliases(
              "KSV-0114",
              "C-0281",
              "CKV_K8S_155",
              "restrict-clusterrole-mutating-validating-admission-webhooks")
          .standards("cis:5.1.12")
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
  public String rest(WrittenRole role) {
    return ", through which the objects of the cluster pass";
  }
}
