package dev.seaworthy.rules.reach;

import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/** Flags workloads from which somebody gets to all that the cluster can do. */
public final class ClusterTakeover implements ReachRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("cluster-takeover", "workload leads to the whole cluster")
          .severity(Severity.CRITICAL)
          .category("reach")
          .remediation(
              "Make the change that the finding names first, and those beside it: together they are the fewest that stop the way to the cluster.")
          .references(
              "https://kubernetes.io/docs/concepts/security/rbac-good-practices/",
              "https://kubernetes.io/docs/concepts/security/service-accounts/")
          .aliases("C-0053", "C-0261", "C-0267", "C-0272")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Reach reach, Violations violations) {
    Way.report(Verdict.TAKES_CLUSTER, workload, reach, violations);
  }
}
