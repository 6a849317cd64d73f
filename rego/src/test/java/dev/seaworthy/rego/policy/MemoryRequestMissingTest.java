package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class MemoryRequestMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("memory-request-missing"));

  @Test
  void flagsContainersWithoutARequest() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup #! init container 'setup' has no memory request
          containers:
            - name: app
              resources:
                requests: {cpu: 100m} #! container 'app' has no memory request
            - {name: zero, resources: {requests: {memory: 0Mi}}} #! container 'zero'
            - {name: good, resources: {requests: {memory: 64Mi}}}
            - {name: bytes, resources: {requests: {memory: 67108864}}}
          ephemeralContainers:
            - name: debug
        """);
  }

  @Test
  void aLimitStandsInForTheRequest() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: limit, resources: {limits: {memory: 64Mi}}}
            - {name: cpu, resources: {limits: {cpu: 1}}} #! container 'cpu' has no memory request
        """);
  }

  @Test
  void aRequestOfThePodAsAWholeCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          resources: {requests: {memory: 1Gi}}
          containers: [{name: app}]
        """);
  }
}
