package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.model.Project;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.ProjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rules.SharedSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags user IDs that several workloads of the scan run as: on a node they are the same user. User
 * 0 is {@link RunAsUserZero}'s.
 *
 * <p>Leaves out pods in a user namespace, Windows, which has no user IDs, and patches, which change
 * one of the other workloads.
 */
public final class UidSharedBetweenWorkloads implements ProjectRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder(
              "uid-shared-between-workloads", "several workloads are the same user of the node")
          .severity(Severity.INFO)
          .category("identity")
          .profile(Profile.ALL)
          .remediation("Give each workload a user ID of its own, or set 'hostUsers: false'.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/")
          .aliases("require-unique-uid-per-workload")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  /** A workload's user ID, where it is written. */
  private record Use(ObjectReference object, SharedSetting<Long> user) {}

  @Override
  public void check(Project project, Violations violations) {
    Map<Long, List<Use>> uses = new LinkedHashMap<>();
    for (Workload workload : project.workloads()) {
      for (SharedSetting<Long> user : users(workload)) {
        uses.computeIfAbsent(user.setting().value().orElseThrow(), unused -> new ArrayList<>())
            .add(new Use(workload.object().reference(), user));
      }
    }
    uses.forEach((id, all) -> report(id, all, violations));
  }

  private static List<SharedSetting<Long>> users(Workload workload) {
    return workload.object().isPatch()
        ? List.of()
        : NodeIds.settings(
            workload,
            ContainerSecurity::runAsUser,
            security -> security.runAsUser().value().filter(id -> id != 0).isPresent());
  }

  private static void report(long id, List<Use> uses, Violations violations) {
    Use first = uses.get(0);
    long workloads = uses.stream().map(Use::object).distinct().count();
    if (workloads < 2) {
      return;
    }
    Use second =
        uses.stream().filter(use -> !use.object().equals(first.object())).findFirst().orElseThrow();
    for (Use use : uses) {
      Use other = use.object().equals(first.object()) ? second : first;
      String more = workloads > 2 ? " and %d more".formatted(workloads - 2) : "";
      violations.report(
          Violation.at(
                  use.user().field(),
                  "user %d of %s is also that of '%s'%s"
                      .formatted(id, use.user().names(), other.object(), more))
              .with(other.user().field(), "'" + other.object() + "' runs as it here"));
    }
  }
}
