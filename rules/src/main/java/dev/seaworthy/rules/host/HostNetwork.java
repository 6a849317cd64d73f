package dev.seaworthy.rules.host;

import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;

/** Flags pods in the network namespace of their node. */
public final class HostNetwork implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("host-network", "pod shares the node's network")
          .severity(Severity.HIGH)
          .category("host")
          .remediation(
              "Remove 'hostNetwork: true' and let a Service, an Ingress or a Gateway lead to the pod.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/")
          .aliases(
              "KSV-0009",
              "CKV_K8S_19",
              "C-0041",
              "hostNetworkSet",
              "HostNetwork",
              "K8sPSPHostNetworkingPorts",
              "disallow-host-namespaces")
          .standards("pss:baseline", "cis:5.2.5")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    Setting<Boolean> shared = workload.security().hostNetwork();
    if (shared.is(true)) {
      boolean required =
          workload.containers().stream()
              .anyMatch(container -> container.security().windows().hostProcess().is(true));
      violations.report(
          shared.field(),
          "pod shares the node's network"
              + (required ? ", as its host-process containers need" : ""));
    }
  }
}
