package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Range;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.SharedSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Flags users and groups outside the ranges that the configuration allows; users that the image
 * decides as well. Silent about what has no ranges, and on Windows, which has no such IDs.
 *
 * <p>In a user namespace the ranges count too: files in volumes keep these numbers (KEP-127).
 */
public final class IdsOutsideAllowedRange implements WorkloadRule, ParameterizedRule {

  private static final String USERS = "users";
  private static final String GROUPS = "groups";
  private static final String FS_GROUPS = "fsGroups";
  private static final String SUPPLEMENTAL_GROUPS = "supplementalGroups";

  private static final int SHOWN = 3;

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("ids-outside-allowed-range", "user or group is not an allowed one")
          .severity(Severity.MEDIUM)
          .category("identity")
          .remediation("Use an ID of an allowed range, or add the ID to the ranges.")
          .references("https://kubernetes.io/docs/tasks/configure-pod-container/security-context/")
          .aliases(
              "K8sPSPAllowedUsers",
              "K8sPSPFSGroup",
              "restrict-usergroup-fsgroup-id",
              "check-supplemental-groups")
          .parameters(
              parameter(USERS, "'runAsUser'"),
              parameter(GROUPS, "'runAsGroup'"),
              parameter(FS_GROUPS, "'fsGroup'"),
              parameter(SUPPLEMENTAL_GROUPS, "items of 'supplementalGroups'"))
          .build();

  private final Map<String, List<Range>> allowed;

  public IdsOutsideAllowedRange() {
    this(Map.of());
  }

  private IdsOutsideAllowedRange(Map<String, List<Range>> allowed) {
    this.allowed = allowed;
  }

  private static RuleParameter parameter(String name, String ids) {
    String description = "What is allowed for " + ids + "; anything if empty";
    return new RuleParameter(name, description, new ParameterValue.Ranges(List.of()));
  }

  @Override
  public Rule withParameters(Map<String, ParameterValue> values) {
    Map<String, List<Range>> ranges = new HashMap<>(allowed);
    values.forEach((name, value) -> ranges.put(name, ((ParameterValue.Ranges) value).values()));
    return new IdsOutsideAllowedRange(Map.copyOf(ranges));
  }

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    if (workload.security().isWindows()) {
      return;
    }
    List<Container> containers = workload.containers();
    inherited(USERS, containers, container -> container.security().runAsUser(), violations);
    inherited(GROUPS, containers, container -> container.security().runAsGroup(), violations);
    Setting<Long> fsGroup = workload.security().fsGroup();
    if (isOutside(FS_GROUPS, fsGroup.value())) {
      violations.report(
          fsGroup.field(), "'fsGroup' " + fsGroup.field().text() + " is " + notAmong(FS_GROUPS));
    }
    for (Field group : workload.security().supplementalGroups()) {
      if (isOutside(SUPPLEMENTAL_GROUPS, group.integer())) {
        violations.report(
            group, "supplemental group " + group.text() + " is " + notAmong(SUPPLEMENTAL_GROUPS));
      }
    }
  }

  private void inherited(
      String ranges,
      List<Container> containers,
      Function<Container, Setting<Long>> read,
      Violations violations) {
    for (SharedSetting<Long> id : SharedSetting.of(containers, read)) {
      if (isOutside(ranges, id.setting().value())) {
        violations.report(id.field(), message(ranges, id));
      } else if (ranges.equals(USERS) && !id.setting().isWritten() && !allowed(USERS).isEmpty()) {
        violations.report(
            id.field(),
            id.names()
                + " runs as the user of its image, which need not be among the allowed "
                + shown(allowed(USERS)));
      }
    }
  }

  private String message(String ranges, SharedSetting<Long> id) {
    String value = "'" + id.field().path().name() + "' " + id.field().text();
    return id.isInherited()
        ? value + " of the pod is " + notAmong(ranges) + " and applies to " + id.names()
        : value + " of " + id.names() + " is " + notAmong(ranges);
  }

  private List<Range> allowed(String ranges) {
    return allowed.getOrDefault(ranges, List.of());
  }

  private boolean isOutside(String ranges, Optional<Long> id) {
    List<Range> wanted = allowed(ranges);
    return !wanted.isEmpty()
        && id.filter(value -> wanted.stream().noneMatch(range -> range.contains(value)))
            .isPresent();
  }

  private String notAmong(String ranges) {
    return "not among the allowed " + shown(allowed(ranges));
  }

  private static String shown(List<Range> ranges) {
    String first =
        ranges.stream().limit(SHOWN).map(Range::toString).collect(Collectors.joining(", "));
    int more = ranges.size() - SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
