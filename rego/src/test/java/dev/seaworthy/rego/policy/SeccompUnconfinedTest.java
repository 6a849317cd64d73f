package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SeccompUnconfinedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("seccomp-unconfined"));

  @Test
  void flagsWhatIsWritten() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              securityContext:
                seccompProfile:
                  type: Unconfined #! seccomp profile 'Unconfined' lets init container 'setup' use every system call
          containers:
            - name: nothing
            - name: default
              securityContext: {seccompProfile: {type: RuntimeDefault}}
            - name: local
              securityContext: {seccompProfile: {type: Localhost, localhostProfile: app.json}}
            - name: refused
              securityContext: {seccompProfile: {type: unconfined}}
          ephemeralContainers:
            - name: debug
              securityContext: {seccompProfile: {type: Unconfined}} #! ephemeral container 'debug'
        """);
  }

  @Test
  void aContainersProfileWinsOverThePods() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {seccompProfile: {type: RuntimeDefault}}
          containers:
            - name: inherits
            - name: objects
              securityContext: {seccompProfile: {type: Unconfined}} #! container 'objects'
        ---
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              securityContext:
                seccompProfile:
                  #! seccomp profile 'Unconfined' of the pod lets container 'a' and container 'b' use every
                  type: Unconfined
              containers:
                - name: a
                - name: b
                - name: c
                  securityContext: {seccompProfile: {type: RuntimeDefault}}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {seccompProfile: {type: Unconfined}}
          containers:
            - name: all
              securityContext: {seccompProfile: {type: RuntimeDefault}}
        """);
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
                #! seccomp profile 'Unconfined' lets container 'a' use every system call
                seccomp.security.alpha.kubernetes.io/pod: unconfined
                container.seccomp.security.alpha.kubernetes.io/b: docker/default
            spec:
              containers:
                - name: a
                - name: b
            """);
  }

  @Test
  void annotationsMeanNothingSince() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}
        spec:
          containers: [{name: app}]
        """);
  }

  @Test
  void aNodesDefaultDoesNotHelp() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, false, true, true))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: app
                  securityContext: {seccompProfile: {type: Unconfined}} #! container 'app'
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
          securityContext: {seccompProfile: {type: Unconfined}}
          containers: [{name: app}]
        """);
  }
}
