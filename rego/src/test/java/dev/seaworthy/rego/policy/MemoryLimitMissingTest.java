package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class MemoryLimitMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("memory-limit-missing"));

  @Test
  void flagsContainersWithoutALimit() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup #! init container 'setup' has no memory limit
          containers:
            - name: app
              resources: {requests: {memory: 64Mi}} #! container 'app' has no memory limit
            - name: other
              resources:
                limits: {cpu: 500m} #! container 'other' has no memory limit
            - {name: good, resources: {limits: {memory: 64Mi}}}
            - {name: variable, resources: {limits: {memory: "${LIMIT}"}}}
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
            - {name: app, resources: {limits: {memory: 0}}} #! container 'app' has no memory limit
        """);
  }

  @Test
  void aLimitOfThePodAsAWholeCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          resources: {limits: {memory: 64Mi}}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          resources: {requests: {memory: 64Mi}}
          containers: [{name: app}] #! container 'app' has no memory limit
        """);
  }
}
