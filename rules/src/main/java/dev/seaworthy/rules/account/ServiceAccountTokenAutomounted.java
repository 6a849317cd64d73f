package dev.seaworthy.rules.account;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rbac.AccountToken;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/** Flags pods that get the token of their service account, which most have no use for. */
public final class ServiceAccountTokenAutomounted implements ContextRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "service-account-token-automounted", "pod gets the token of its service account")
          .severity(Severity.LOW)
          .category("account")
          .profile(Profile.STRICT)
          .remediation(
              "Set 'automountServiceAccountToken: false' for the pod unless it talks to the"
                  + " Kubernetes API.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
              "https://kubernetes.io/docs/concepts/security/service-accounts/")
          .aliases(
              "KSV-0036",
              "CKV_K8S_38",
              "C-0034",
              "C-0190",
              "automountServiceAccountToken",
              "K8sPSPAutomountServiceAccountTokenPod",
              "restrict-automount-sa-token")
          .standards("cis:5.1.6")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(AccountToken.KIND);
  }

  @Override
  public void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    for (Workload workload : object.workloads()) {
      AccountToken token = AccountToken.of(workload, scanned);
      if (token.isMounted()) {
        violations.report(violation(token));
      }
    }
  }

  private static Violation violation(AccountToken token) {
    String mounts = "pod mounts the token of service account '" + token.name() + "'";
    if (token.pod().isWritten()) {
      return Violation.at(token.pod().field(), mounts);
    }
    return token
        .lettingAccount()
        .map(
            account ->
                Violation.at(token.pod().field(), mounts)
                    .with(account, "the account does not keep it from that"))
        .orElseGet(
            () ->
                Violation.at(
                    token.pod().field(),
                    mounts + ", unless the account forbids it, which is not in the scan"));
  }
}
