package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class CpuLimitMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("cpu-limit-missing"));

  @Test
  void flagsContainersWithoutALimit() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup #! init container 'setup' has no CPU limit
          containers:
            - name: app
              resources: {requests: {cpu: 500m}} #! container 'app' has no CPU limit
            - name: other
              resources:
                limits: {memory: 64Mi} #! container 'other' has no CPU limit
            - {name: good, resources: {limits: {cpu: 500m}}}
            - {name: variable, resources: {limits: {cpu: "${LIMIT}"}}}
          ephemeralContainers:
            - name: debug
        """);
  }

  @Test
  void zeroIsNoLimit() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: app, resources: {limits: {cpu: 0}}} #! container 'app' has no CPU limit
        """);
  }

  @Test
  void aLimitOfThePodAsAWholeCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          resources: {limits: {cpu: 500m}}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          resources: {requests: {cpu: 500m}}
          containers: [{name: app}] #! container 'app' has no CPU limit
        """);
  }
}
