package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SeccompProfileMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("seccomp-profile-missing"));

  @Test
  void flagsContainersWithoutAProfile() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup #! init container 'setup' has no seccomp profile
          containers:
            - name: app #! container 'app' has no seccomp profile
            - name: default
              securityContext: {seccompProfile: {type: RuntimeDefault}}
            - name: local
              securityContext: {seccompProfile: {type: Localhost, localhostProfile: app.json}}
            - name: unconfined
              securityContext:
                seccompProfile:
                  type: Unconfined
          ephemeralContainers:
            - name: debug #! ephemeral container 'debug' has no seccomp profile
        """);
  }

  @Test
  void reportsAProfileOfThePodOnce() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {seccompProfile: {type: RuntimeDefault}}
          containers:
            - name: inherits
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            seccompProfile:
              type: default #! 'default' of the pod for container 'a' and container 'b' is refused
          containers:
            - name: a
            - name: b
            - name: c
              securityContext: {seccompProfile: {type: RuntimeDefault}}
        """);
  }

  @Test
  void flagsTypesThatTheApiServerRefuses() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: old
              securityContext:
                #! seccomp profile 'runtime/default' for container 'old' is refused by the API server
                seccompProfile: {type: runtime/default}
            - name: nameless
              securityContext:
                #! seccomp profile 'Localhost' without 'localhostProfile' for container 'nameless' is refused
                seccompProfile: {type: Localhost}
            - name: empty
              securityContext:
                seccompProfile: {} #! seccomp profile without a type for container 'empty' is refused
        """);
  }

  @Test
  void saysThatAnnotationsHaveNoEffect() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            metadata:
              annotations:
                seccomp.security.alpha.kubernetes.io/pod: runtime/default
                container.seccomp.security.alpha.kubernetes.io/b: localhost/b.json
            spec:
              containers:
                #! no seccomp profile; annotation 'seccomp.security.alpha.kubernetes.io/pod' has no effect
                - name: a
                #! annotation 'container.seccomp.security.alpha.kubernetes.io/b' has no effect
                - name: b
        """;
    rule.check(yaml);
    assertThat(rule.findings(yaml).get(0).related())
        .singleElement()
        .satisfies(annotation -> assertThat(annotation.location()).hasToString("test.yaml:7:51"));
  }

  @Test
  void annotationsCountBeforeTheyWereRemoved() {
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 26)))
        .check(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                seccomp.security.alpha.kubernetes.io/pod: unconfined
                container.seccomp.security.alpha.kubernetes.io/b: docker/default
            spec:
              containers:
                - name: a
                - name: b
            """);
  }

  @Test
  void nodesMayHaveADefault() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, false, true, true))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app
                - name: unconfined
                  securityContext: {seccompProfile: {type: Unconfined}}
            """);
  }

  @Test
  void privilegedContainersAndWindowsHaveNoSeccomp() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {seccompProfile: {type: Unconfined}}
          containers: [{name: app, securityContext: {privileged: true}}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app}]
        """);
  }
}
