package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HostNetworkTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-network"));

  @Test
  void flagsThePodThatSharesIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true #! pod shares the node's network
          containers: [{name: app}]
        ---
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate: {spec: {template: {spec: {hostNetwork: on}}}} #! pod shares the node's network
        ---
        apiVersion: serving.knative.dev/v1
        kind: Service
        spec:
          template:
            spec:
              hostNetwork: True #! pod shares the node's network
        """);
  }

  @Test
  void isSilentAboutFalseAndOtherPlaces() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: false
          shareProcessNamespace: true
          securityContext: {hostNetwork: true}
          containers: [{name: app, hostNetwork: true}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: "true"
        ---
        apiVersion: v1
        kind: ConfigMap
        spec:
          hostNetwork: true
        """);
  }

  @Test
  void saysThatHostProcessContainersNeedIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          hostNetwork: true #! network, as its host-process containers need
          securityContext:
            windowsOptions: {hostProcess: true}
          containers: [{name: app}]
        """);
  }
}
