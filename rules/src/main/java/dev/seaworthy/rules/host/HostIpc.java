package dev.seaworthy.rules.host;

import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;

/** Flags pods in the IPC namespace of their node. */
public final class HostIpc implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("host-ipc", "pod shares the node's IPC namespace")
          .severity(Severity.MEDIUM)
          .category("host")
          .remediation("Remove 'hostIPC: true'; containers of one pod share memory without it.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://man7.org/linux/man-pages/man7/ipc_namespaces.7.html")
          .aliases(
              "KSV-0008",
              "CKV_K8S_18",
              "C-0038",
              "C-0276",
              "hostIPCSet",
              "HostIPC",
              "K8sPSPHostNamespace",
              "disallow-host-namespaces")
          .standards("pss:baseline", "cis:5.2.4")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    Setting<Boolean> shared = workload.security().hostIpc();
    if (shared.is(true)) {
      violations.report(shared.field(), "pod shares the node's IPC namespace");
    }
  }
}
