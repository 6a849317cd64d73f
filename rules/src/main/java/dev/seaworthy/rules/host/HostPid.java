package dev.seaworthy.rules.host;

import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;

/** Flags pods in the PID namespace of their node. */
public final class HostPid implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("host-pid", "pod shares the node's process IDs")
          .severity(Severity.HIGH)
          .category("host")
          .remediation(
              "Remove 'hostPID: true'; to see the processes of the pod's own containers, use 'shareProcessNamespace: true'.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/")
          .aliases(
              "KSV-0010",
              "CKV_K8S_17",
              "C-0038",
              "C-0275",
              "hostPIDSet",
              "HostPID",
              "K8sPSPHostNamespace",
              "disallow-host-namespaces")
          .standards("pss:baseline", "cis:5.2.3")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    Setting<Boolean> shared = workload.security().hostPid();
    if (shared.is(true)) {
      violations.report(shared.field(), "pod shares the node's process IDs");
    }
  }
}
