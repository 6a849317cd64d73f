package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class CpuRequestMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("cpu-request-missing"));

  @Test
  void marksTheDeepestFieldThatIsThere() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: nothing #! container 'nothing' has no CPU request
            - name: resources
              resources: {} #! container 'resources' has no CPU request
            - name: requests
              resources:
                requests: {memory: 1Gi} #! container 'requests' has no CPU request
            - name: good
              resources: {requests: {cpu: 100m}}
        """);
  }

  @Test
  void namesTheFieldToAdd() {
    assertThat(
            rule.findings(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  containers: [{name: app}]
                """))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.path()).isEqualTo("spec.containers[0].resources.requests.cpu"));
  }

  @Test
  void aLimitStandsInForTheRequest() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: limit, resources: {limits: {cpu: 1}}}
            - {name: other, resources: {limits: {cpu: "0.5"}, requests: {memory: 1Gi}}}
            - {name: memory, resources: {limits: {memory: 1Gi}}} #! container 'memory'
            - name: zero
              resources:
                limits: {cpu: 1}
                requests: {cpu: 0} #! container 'zero' has no CPU request
        """);
  }

  @Test
  void aRequestOfThePodAsAWholeCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          resources: {requests: {cpu: 1}}
          containers: [{name: app}, {name: sidecar}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          resources: {limits: {cpu: 1}}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          resources: {limits: {memory: 1Gi}}
          containers: [{name: app}] #! container 'app' has no CPU request
        """);
  }

  @Test
  void zeroAndNothingAreNoRequests() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: a, resources: {requests: {cpu: 0}}} #! 'a' has no
            - {name: b, resources: {requests: {cpu: "0m"}}} #! 'b' has no
            - {name: c, resources: {requests: {cpu: 0.0}}} #! 'c' has no
            - {name: d, resources: {requests: {cpu: null}}} #! 'd' has no
            - {name: e, resources: {requests: null}} #! 'e' has no
            - {name: f, resources: null} #! 'f' has no
            - {name: g, resources: {requests: {cpu: "1e-3"}}}
            - {name: h, resources: {requests: {cpu: "${CPU}"}}}
        """);
  }

  @Test
  void initContainersCountAndEphemeralOnesCannotHaveResources() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              initContainers:
                - name: setup #! init container 'setup' has no CPU request
                - {name: proxy, restartPolicy: Always} #! init container 'proxy'
              containers:
                - {name: app, resources: {requests: {cpu: 1}}}
              ephemeralContainers:
                - name: debug
        """);
  }
}
