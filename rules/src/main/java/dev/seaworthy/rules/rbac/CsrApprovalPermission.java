package dev.seaworthy.rules.rbac;

import dev.seaworthy.rbac.Access;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * Flags roles that approve certificates with which one signs in to the API server: as whom, the
 * request says.
 */
public final class CsrApprovalPermission implements PermissionRule {

  private static final String GROUP = "certificates.k8s.io";

  /**
   * Approving takes this as well, for the signer that the request names or for its whole domain.
   */
  private static final List<Access> SIGNERS =
      Stream.of(
              "kubernetes.io/kube-apiserver-client",
              "kubernetes.io/kube-apiserver-client-kubelet",
              "kubernetes.io/*")
          .map(new Access("approve", GROUP, "signers")::named)
          .toList();

  static final Permission PERMISSION =
      Permission.NONE.clusterWide(
          List.of("update", "patch"), GROUP, "certificatesigningrequests/approval");

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("csr-approval-permission", "role may approve certificates")
          .severity(Severity.HIGH)
          .category("rbac")
          .remediation(
              "Leave it to the control plane, or name a signer in 'resourceNames' whose certificates are no credentials for the API server.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing",
              "https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/")
          .aliases("C-0280", "CKV_K8S_156", "restrict-clusterrole-csr")
          .standards("cis:5.1.11")
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
  public boolean isComplete(WrittenRole role) {
    return role.rules().stream().anyMatch(rule -> SIGNERS.stream().anyMatch(rule::allows));
  }

  @Override
  public String rest(WrittenRole role) {
    return ", with which anybody signs in as whomever the request names";
  }
}
