package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SeccompNotRuntimeDefaultTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("seccomp-not-runtime-default"));

  @Test
  void flagsProfilesOfTheNodes() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            seccompProfile:
              #! seccomp profile 'pod.json' of the pod for container 'a' lies on the nodes: what it allows is not
              type: Localhost
              localhostProfile: pod.json
          containers:
            - name: a
            - name: b
              securityContext:
                seccompProfile: {type: Localhost, localhostProfile: b.json} #! 'b.json' for container 'b'
            - name: c
              securityContext: {seccompProfile: {type: RuntimeDefault}}
            - name: d
              securityContext: {seccompProfile: {type: Unconfined}}
            - name: e
              securityContext: {seccompProfile: {type: Localhost}}
            - name: privileged
              securityContext: {privileged: true}
        """);
  }

  @Test
  void isSilentWhereNobodySaysAnything() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          securityContext: {seccompProfile: {type: Localhost, localhostProfile: a.json}}
          containers: [{name: app}]
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
                container.seccomp.security.alpha.kubernetes.io/app: localhost/app.json #! seccomp profile 'app.json'
            spec:
              containers: [{name: app}]
            """);
  }
}
