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
 * Flags users with an ID so low that the node may have one of the same ID, and users that the image
 * decides. Who is root, or may be, is {@link RunAsUserZero}'s and {@link RunAsRootPossible}'s.
 *
 * <p>Silent in a user namespace, which maps all IDs to others, and on Windows, which has none.
 */
public final class LowUid implements WorkloadRule, ParameterizedRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("low-uid", "user may exist on the node as well")
          .severity(Severity.INFO)
          .category("identity")
          .profile(Profile.ALL)
          .remediation("Set 'runAsUser' to an ID that no user of the node has.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://systemd.io/UIDS-GIDS/")
          .aliases(
              "KSV-0020", "CKV_K8S_40", "RunAsUser", "container-security-context-user-group-id")
          .parameters(LowId.parameter("user ID"))
          .build();

  private final long minimum;

  public LowUid() {
    this(LowId.MINIMUM);
  }

  private LowUid(long minimum) {
    this.minimum = minimum;
  }

  @Override
  public Rule withParameters(Map<String, ParameterValue> values) {
    return new LowUid(LowId.minimum(values, minimum));
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    for (SharedSetting<Long> user :
        NodeIds.settings(workload, ContainerSecurity::runAsUser, this::isLow)) {
      violations.report(user.field(), message(user));
    }
  }

  private boolean isLow(ContainerSecurity security) {
    return security
        .runAsUser()
        .value()
        .map(user -> user != 0 && user < minimum)
        .orElseGet(() -> security.runAsNonRoot().is(true));
  }

  private String message(SharedSetting<Long> user) {
    return user.setting().value().isPresent()
        ? LowId.message(user, "user", minimum)
        : user.names() + " runs as the user of its image, whose ID is not known";
  }
}
