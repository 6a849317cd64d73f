package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostPidTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-pid"));

  @Test
  void flagsThePodThatSharesIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostPID: true #! pod shares the node's process IDs
          containers: [{name: app}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate: {spec: {template: {spec: {hostPID: on}}}} #! pod shares the node's process IDs
        ---
        apiVersion: serving.knative.dev/v1
        kind: Service
        spec:
          template:
            spec:
              hostPID: True #! pod shares the node's process IDs
        """);
  }

  @Test
  void isSilentAboutFalseAndOtherPlaces() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostPID: false
          shareProcessNamespace: true
          securityContext: {hostPID: true}
          containers: [{name: app, hostPID: true}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostPID: "true"
        ---
        apiVersion: v1
        kind: ConfigMap
        spec:
          hostPID: true
        """);
  }

  @Test
  void aHelmTestIsAPodLikeAnyOther() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {annotations: {helm.sh/hook: test}}
        spec:
          hostPID: true #! pod shares the node's process IDs
          restartPolicy: Never
          containers: [{name: test}]
        """);
  }
}
