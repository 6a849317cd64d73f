package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SharedProcessNamespaceTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("shared-process-namespace"));

  @Test
  void flagsContainersThatRunTogether() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              shareProcessNamespace: true #! container 'app' and container 'proxy' see each other's processes and, as the same user, each other's files
              initContainers: [{name: setup}]
              containers:
                - name: app
                - name: proxy
        """);
  }

  @Test
  void sidecarsAndEphemeralContainersRunBesideTheOthers() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          shareProcessNamespace: true #! init container 'proxy' and container 'app' see
          initContainers: [{name: proxy, restartPolicy: Always}]
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          shareProcessNamespace: true #! container 'app' and ephemeral container 'debug' see
          containers: [{name: app}]
          ephemeralContainers: [{name: debug}]
        """);
  }

  @Test
  void isSilentWhereAContainerRunsAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          shareProcessNamespace: true
          initContainers: [{name: setup}]
          containers: [{name: app}]
        """);
  }

  @Test
  void isSilentWhereTheFieldIsNotSetOrHasNoEffect() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          shareProcessNamespace: false
          containers: [{name: a}, {name: b}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: a, shareProcessNamespace: true}, {name: b}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          hostPID: true
          shareProcessNamespace: true
          containers: [{name: a}, {name: b}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          shareProcessNamespace: true
          containers: [{name: a}, {name: b}]
        """);
  }
}
