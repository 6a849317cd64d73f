package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;

/**
 * Flags root's group among those that the pod adds: every process of every container belongs to
 * them.
 *
 * <p>Silent where a user namespace makes root's group another, and on Windows, which has no group
 * IDs.
 */
public final class RootSupplementalOrFsGroup implements WorkloadRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("root-supplemental-or-fs-group", "pod adds root's group")
          .severity(Severity.LOW)
          .category("identity")
          .profile(Profile.STRICT)
          .remediation("Use the ID of an unprivileged group, or remove the group.")
          .references("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .aliases("KSV-0116", "C-0211", "require-non-root-groups")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    PodSecurity pod = workload.security();
    if (!NodeIds.has(pod)) {
      return;
    }
    for (Field group : pod.supplementalGroups()) {
      if (group.integer().filter(id -> id == 0).isPresent()) {
        violations.report(group, "'supplementalGroups' puts every container into root's group");
      }
    }
    if (pod.fsGroup().is(0L)) {
      violations.report(
          pod.fsGroup().field(),
          "'fsGroup' 0 gives the pod's volumes to root's group and puts every container into it");
    }
  }
}
