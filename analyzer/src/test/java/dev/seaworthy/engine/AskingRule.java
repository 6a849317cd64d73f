package dev.seaworthy.engine;

import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;

/**
 * A rule that is told how far workloads lead.
 *
 * @param judgement what it makes of it
 */
record AskingRule(RuleMetadata metadata, Check judgement) implements ReachRule {

  static final String PRIVILEGED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers:
          - name: app
            image: app
            securityContext:
              privileged: true
      """;
  static final String CONTAINED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: small}
      spec:
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, runAsUser: 1000}
        containers:
          - name: app
            image: app
            securityContext:
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
              seccompProfile: {type: RuntimeDefault}
      """;

  @FunctionalInterface
  interface Check {
    void check(Workload workload, Reach reach, Violations violations);
  }

  static Rule asking(String id, Check check) {
    return new AskingRule(AdHocRule.metadata(id).build(), check);
  }

  @Override
  public void check(Workload workload, Reach reach, Violations violations) {
    judgement.check(workload, reach, violations);
  }
}
