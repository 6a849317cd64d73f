package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;

/**
 * Flags roles that reach the whole API of kubelets: to run commands takes no more than {@code get}.
 */
public final class NodesProxyPermission implements PermissionRule {

  static final Permission PERMISSION =
      Permission.NONE.clusterWide(List.of("get", "create"), "", "nodes/proxy");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("nodes-proxy-permission", "role may talk to kubelets")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation(
              "Grant 'nodes/metrics', 'nodes/stats', 'nodes/log' or 'nodes/healthz' instead, whichever is needed.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes",
              "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/")
          .aliases("KSV-0047", "C-0279", "CKV2_K8S_2", "restrict-clusterrole-nodesproxy")
          .standards("cis:5.1.10")
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
    return ", which runs commands in every pod of a node";
  }
}
