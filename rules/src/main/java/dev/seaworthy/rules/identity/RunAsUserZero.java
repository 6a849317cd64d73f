package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;

/**
 * Flags user ID 0 where it takes effect: a pod's value that every container overrides does not.
 *
 * <p>Silent where a user namespace makes root somebody else, and on Windows, which has no user IDs.
 * Silent as well where {@code runAsNonRoot} applies: the kubelet starts no such container, which
 * {@code invalid-security-context} reports.
 */
public final class RunAsUserZero implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("run-as-user-zero", "container is told to run as root")
          .severity(Severity.MEDIUM)
          .category("identity")
          .remediation(
              "Set 'runAsUser' to the ID of an unprivileged user, or remove it and set"
                  + " 'runAsNonRoot: true'.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/")
          .aliases(
              "KSV-0105",
              "CKV_K8S_23",
              "C-0013",
              "run-as-non-root",
              "runAsRootAllowed",
              "K8sPSPAllowedUsers",
              "require-run-as-non-root-user")
          .standards("pss:restricted", "cis:5.2.7")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (SharedSetting<Long> user :
        NodeIds.settings(workload, ContainerSecurity::runAsUser, RunAsUserZero::isRoot)) {
      violations.report(violation(user));
    }
  }

  private static boolean isRoot(ContainerSecurity security) {
    return security.runAsUser().is(0L) && security.mayBeRoot();
  }

  private static Violation violation(SharedSetting<Long> user) {
    return Violation.at(
        user.field(),
        user.isInherited()
            ? "'runAsUser' 0 of the pod applies to " + user.names()
            : user.names() + " runs as user 0");
  }
}
