package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;

/**
 * Flags containers with a user other than root for which {@code runAsNonRoot} is not true: they are
 * not root, but nothing holds them to it, and Pod Security refuses them.
 *
 * <p>Silent in a user namespace, as Pod Security is, and on Windows, which has no user IDs.
 */
public final class RunAsNonRootNotEnforced implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("run-as-non-root-not-enforced", "nothing holds the user to non-root")
          .severity(Severity.LOW)
          .category("identity")
          .profile(Profile.STRICT)
          .remediation("Set 'runAsNonRoot: true' for the pod.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .aliases("KSV-0012", "RunAsNonRoot", "require-run-as-nonroot")
          .standards("pss:restricted", "cis:5.2.7")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (SharedSetting<Boolean> nonRoot :
        NodeIds.settings(
            workload, ContainerSecurity::runAsNonRoot, RunAsNonRootNotEnforced::isUnenforced)) {
      violations.report(violation(nonRoot));
    }
  }

  private static boolean isUnenforced(ContainerSecurity security) {
    return !security.runAsNonRoot().is(true)
        && security.runAsUser().value().filter(user -> user != 0).isPresent();
  }

  private static Violation violation(SharedSetting<Boolean> nonRoot) {
    if (nonRoot.isInherited()) {
      return Violation.at(
          nonRoot.field(),
          "'runAsNonRoot' false of the pod applies to "
              + nonRoot.names()
              + ", though 'runAsUser' is not 0");
    }
    ContainerSecurity security = nonRoot.containers().get(0).security();
    String state = nonRoot.setting().isWritten() ? "false" : "not set";
    return Violation.at(
        nonRoot.field(),
        nonRoot.names()
            + " runs as user "
            + security.runAsUser().value().orElseThrow()
            + ", but its 'runAsNonRoot' is "
            + state);
  }
}
