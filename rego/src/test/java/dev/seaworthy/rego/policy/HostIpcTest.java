package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostIpcTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-ipc"));

  @Test
  void flagsThePodThatSharesIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostIPC: true #! pod shares the node's IPC namespace
          containers: [{name: app}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate: {spec: {template: {spec: {hostIPC: on}}}} #! pod shares the node's IPC
        ---
        apiVersion: serving.knative.dev/v1
        kind: Service
        spec:
          template:
            spec:
              hostIPC: True #! pod shares the node's IPC
        """);
  }

  @Test
  void isSilentAboutFalseAndOtherPlaces() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostIPC: false
          shareProcessNamespace: true
          securityContext: {hostIPC: true}
          containers: [{name: app, hostIPC: true}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostIPC: "true"
        ---
        apiVersion: v1
        kind: ConfigMap
        spec:
          hostIPC: true
        """);
  }
}
