package dev.seaworthy.rules.reach;

import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violations;

/** Flags workloads from which somebody sees what the node keeps for itself and for other pods. */
public final class SeesTheHost implements ReachRule {

  private static final RuleMetadata METADATA =
      RuleMetadata.builder("sees-the-host", "workload sees what its node keeps for itself")
          .severity(Severity.INFO)
          .category("reach")
          .remediation(
              "Make the change that the finding names unless the workload is there to watch its node.")
          .references("https://kubernetes.io/docs/concepts/security/pod-security-standards/")
          .build();

  @Override
  public RuleMetadata metadata() {
    return METADATA;
  }

  @Override
  public void check(Workload workload, Reach reach, Violations violations) {
    Way.report(Verdict.SEES_HOST, workload, reach, violations);
  }
}
