package dev.seaworthy.rules.reach;

import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/** Flags workloads whose fields together lead to root on the node. */
public final class NodeTakeover implements ReachRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("node-takeover", "workload leads to root on its node")
          .severity(Severity.HIGH)
          .category("reach")
          .remediation(
              "Make the change that the finding names first, and those beside it: together they are the fewest that stop the way to the node.")
          .references(
              "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
              "https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Reach reach, Violations violations) {
    Way.report(Verdict.TAKES_NODE, workload, reach, violations);
  }
}
