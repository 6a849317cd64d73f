package dev.seaworthy.rules.identity;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import dev.seaworthy.rules.Enumeration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags containers that are root on the node, or may be, although nothing in the manifest needs
 * that, or only what could be had without it. What the needs are is in {@link RootNeeds}.
 *
 * <p>Silent where a user namespace makes root somebody else, on Windows, and on patches, which show
 * only a part of what the container needs.
 */
public final class RootWithoutNeed implements WorkloadRule {

  /** How many needs of one sort a message names, and how many a finding points at. */
  private static final int NAMED = 3;

  private static final int SHOWN = 10;

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("root-without-need", "container is root on the node without need")
          .severity(Severity.MEDIUM)
          .category("identity")
          .remediation(
              "Set 'runAsNonRoot: true' and, where the image needs it, 'runAsUser'; if the software"
                  + " insists on root, give the pod a user namespace with 'hostUsers: false'.")
          .references(
              "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
              "https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/",
              "https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/",
              "https://man7.org/linux/man-pages/man7/capabilities.7.html")
          .aliases("run-as-non-root", "runAsRootAllowed", "C-0013", "CKV_K8S_23")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    PodSecurity pod = workload.security();
    if (!NodeIds.has(pod) || workload.object().isPatch()) {
      return;
    }
    RootNeeds analysis = new RootNeeds(workload);
    for (Container container : workload.containers()) {
      if (container.security().mayBeRoot()) {
        List<RootNeed> needs = analysis.of(container);
        if (needs.stream().noneMatch(RootNeed::isReal)) {
          violations.report(violation(container, needs));
        }
      }
    }
  }

  private static Violation violation(Container container, List<RootNeed> needs) {
    String verb = container.security().runAsUser().is(0L) ? " runs as root" : " may run as root";
    String reason =
        needs.isEmpty()
            ? ", but nothing in the manifest needs that"
            : "; the only reason"
                + (needs.size() == 1 ? "" : "s")
                + " for that in the manifest "
                + (needs.size() == 1 ? "is " : "are ")
                + reasons(needs);
    Violation violation = Violation.at(container.field().get("name"), container + verb + reason);
    for (RootNeed need : needs.subList(0, Math.min(needs.size(), SHOWN))) {
      violation = violation.with(need.field(), need.what() + " is a reason for root");
    }
    return violation;
  }

  /** The needs that the same would serve are told together. */
  private static String reasons(List<RootNeed> needs) {
    Map<List<String>, List<String>> byInstead = new LinkedHashMap<>();
    for (RootNeed need : needs) {
      byInstead.computeIfAbsent(need.instead(), unused -> new ArrayList<>()).add(need.what());
    }
    List<String> reasons = new ArrayList<>();
    byInstead.forEach(
        (instead, whats) ->
            reasons.add(
                named(whats) + ", where " + Enumeration.of(instead, " or ") + " would serve"));
    int last = reasons.size() - 1;
    return last == 0
        ? reasons.get(0)
        : String.join("; ", reasons.subList(0, last)) + "; and " + reasons.get(last);
  }

  private static String named(List<String> whats) {
    int more = whats.size() - NAMED;
    return more > 0
        ? String.join(", ", whats.subList(0, NAMED)) + " and " + more + " more"
        : Enumeration.of(whats, " and ");
  }
}
