package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;
import java.util.Map;

/**
 * Flags primary groups with an ID so low that the node may have one of the same ID, and groups that
 * the image decides, which mostly means root's. A group 0 in the manifest is {@link
 * RootPrimaryGroup}'s.
 *
 * <p>Silent in a user namespace, which maps all IDs to others, and on Windows, which has none.
 */
public final class LowGid implements WorkloadRule, ParameterizedRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("low-gid", "primary group may exist on the node as well")
          .severity(Severity.INFO)
          .category("identity")
          .profile(Profile.ALL)
          .remediation("Set 'runAsGroup' to an ID that no group of the node has.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://systemd.io/UIDS-GIDS/")
          .aliases("KSV-0021", "RunAsGroup", "container-security-context-user-group-id")
          .parameters(LowId.parameter("group ID"))
          .build();

  private final long minimum;

  public LowGid() {
    this(LowId.MINIMUM);
  }

  private LowGid(long minimum) {
    this.minimum = minimum;
  }

  @Override
  public Rule withParameters(Map<String, ParameterValue> values) {
    return new LowGid(LowId.minimum(values, minimum));
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (SharedSetting<Long> group :
        NodeIds.settings(workload, ContainerSecurity::runAsGroup, this::isLow)) {
      violations.report(group.field(), message(group));
    }
  }

  private boolean isLow(ContainerSecurity security) {
    return security.runAsGroup().value().map(group -> group != 0 && group < minimum).orElse(true);
  }

  private String message(SharedSetting<Long> group) {
    return group.setting().value().isPresent()
        ? LowId.message(group, "group", minimum)
        : group.names() + " runs as the primary group of its image, which is mostly root's";
  }
}
