package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;

/**
 * Flags security settings that contradict each other, so that the API server refuses the pod or the
 * kubelet its containers, and IDs and sysctls that there are none of.
 */
public final class InvalidSecurityContext implements WholePodRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("invalid-security-context", "security settings contradict each other")
          .category("invalid")
          .remediation("Decide for one of the settings, and remove the other.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/",
              "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void judge(Workload workload, Violations violations) {
    NamespaceContradictions.check(workload, violations);
    RootContradictions.check(workload, violations);
    ProfileFaults profiles = new ProfileFaults(workload, violations);
    profiles.check(workload.security().context());
    IdRange.checkPod(workload, violations);
    boolean judgesHost = workload.cluster().version().isAtLeast(1, 30);
    new SysctlFaults(workload.security(), judgesHost, violations).check();
    for (Container container : workload.containers()) {
      profiles.check(container.security().context());
      IdRange.check(container.security().context(), violations);
      PrivilegeContradictions.check(container, violations);
    }
  }
}
