package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ProcMountUnmaskedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("proc-mount-unmasked"));

  @Test
  void flagsUnmasked() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              #! init container 'setup' sees all of '/proc' and can write to it, which the API server refuses without 'hostUsers: false'
              securityContext: {procMount: Unmasked}
          containers:
            - name: default
              securityContext: {procMount: Default}
            - name: nothing
            - name: odd
              securityContext: {procMount: [Unmasked]}
            - name: privileged
              securityContext: {privileged: true, procMount: Unmasked}
        """);
  }

  @Test
  void saysNothingOfTheApiServerBefore130() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: %s
          containers: [{name: app, securityContext: {procMount: Unmasked}}]
        """;
    String message = "container 'app' sees all of '/proc' and can write to it";
    assertThat(
            rule.on(ClusterProfile.of(new KubernetesVersion(1, 29))).findings(pod.formatted(true)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).isEqualTo(message));
    assertThat(
            rule.on(ClusterProfile.of(new KubernetesVersion(1, 32))).findings(pod.formatted(false)))
        .as("a cluster that gives no user namespaces")
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).isEqualTo(message));
  }

  @Test
  void isMeantForUserNamespaces() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers: [{name: app, securityContext: {procMount: Unmasked}}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app, securityContext: {procMount: Unmasked}}]
        """);
  }

  @Test
  void rootlessNodesAreAUserNamespace() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, true, true, false))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app, securityContext: {procMount: Unmasked}}]
            """);
  }
}
