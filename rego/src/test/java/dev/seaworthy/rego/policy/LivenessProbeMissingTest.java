package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivenessProbeMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("liveness-probe-missing"));

  @Test
  void flagsContainersOnly() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              initContainers:
                - name: setup
                - {name: proxy, restartPolicy: Always}
              containers:
                - name: app #! container 'app' has no liveness probe
                - name: good
                  livenessProbe: {httpGet: {port: 8080, path: /healthz}}
              ephemeralContainers:
                - name: debug
        """);
  }

  @Test
  void anotherProbeIsNoSubstitute() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app #! container 'app' has no liveness probe
              startupProbe: {tcpSocket: {port: 8080}}
            - name: empty
              livenessProbe: null #! container 'empty' has no liveness probe
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch/v1, kind: Job", "batch.example/v1, kind: NightlyJob"})
  void jobsNeedNone(String type) {
    assertThat(
            rule.findings(
                """
                {apiVersion: %s, spec: {template: {spec: {containers: [{name: a, image: b:1}]}}}}
                """
                    .formatted(type)))
        .isEmpty();
  }

  @Test
  void podsThatRunToCompletionNeedNone() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          restartPolicy: Never
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          restartPolicy: OnFailure
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          restartPolicy: Always
          containers: [{name: app}] #! container 'app' has no liveness probe
        """);
  }

  @Test
  void podsThatAreHelmHooksRunToCompletion() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {annotations: {helm.sh/hook: "test-success,post-upgrade"}}
        spec:
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {annotations: {helm.sh/hook-weight: "1"}}
        spec:
          containers: [{name: app}] #! container 'app' has no liveness probe
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {annotations: {helm.sh/hook: pre-install}}
        spec:
          template:
            spec:
              containers: [{name: app}] #! container 'app' has no liveness probe
        """);
  }
}
