package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;

/**
 * Flags group ID 0 where it takes effect as the primary group.
 *
 * <p>Silent where a user namespace makes root's group another, and on Windows, which has no group
 * IDs.
 */
public final class RootPrimaryGroup implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("root-primary-group", "primary group is root's")
          .severity(Severity.LOW)
          .category("identity")
          .profile(Profile.STRICT)
          .remediation("Set 'runAsGroup' to the ID of an unprivileged group.")
          .references("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .aliases(
              "KSV-0116",
              "C-0013",
              "run-as-non-root",
              "K8sPSPAllowedUsers",
              "require-non-root-groups")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (SharedSetting<Long> group :
        NodeIds.settings(
            workload, ContainerSecurity::runAsGroup, security -> security.runAsGroup().is(0L))) {
      violations.report(group.field(), message(group));
    }
  }

  private static String message(SharedSetting<Long> group) {
    return group.isInherited()
        ? "'runAsGroup' 0 of the pod gives root's group to " + group.names()
        : group.names() + " runs with root's group";
  }
}
