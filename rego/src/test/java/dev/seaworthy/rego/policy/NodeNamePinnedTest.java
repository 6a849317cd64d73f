package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class NodeNamePinnedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("node-name-pinned"));

  @Test
  void flagsPodsThatNameTheirNode() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          nodeName: worker-1 #! pod goes to node 'worker-1' past the scheduler and 'NoSchedule' taints
          containers: [{name: app}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {uid: 4b1c}
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  nodeName: worker-1 #! pod goes to node 'worker-1'
        """);
  }

  @Test
  void isSilentWhereTheSchedulerChooses() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          nodeName: ""
          nodeSelector: {kubernetes.io/hostname: worker-1}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          nodeName: 1
        """);
  }

  @Test
  void isSilentWhereTheSchedulerHasChosen() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, uid: 4b1c}
        spec:
          nodeName: worker-1
          containers: [{name: app}]
        """);
  }
}
