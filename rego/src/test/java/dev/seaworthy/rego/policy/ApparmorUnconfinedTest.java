package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ApparmorUnconfinedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("apparmor-unconfined"));

  @Test
  void flagsFieldsWhereTheyAreWritten() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            appArmorProfile:
              #! profile 'Unconfined' of the pod lifts the runtime's AppArmor rules from container 'a' and container 'b'
              type: Unconfined
          containers:
            - name: a
            - name: b
            - name: own
              securityContext: {appArmorProfile: {type: RuntimeDefault}}
            - name: again
              securityContext: {appArmorProfile: {type: Unconfined}} #! 'Unconfined' lifts the runtime's AppArmor rules from container 'again'
        ---
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: nothing
            - name: local
              securityContext: {appArmorProfile: {type: Localhost, localhostProfile: k8s-nginx}}
            - name: refused
              securityContext: {appArmorProfile: {type: unconfined}}
            - name: odd
              securityContext: {appArmorProfile: Unconfined}
        """);
  }

  @Test
  void annotationsCountAtEveryVersion() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            metadata:
              annotations:
                container.apparmor.security.beta.kubernetes.io/a: unconfined #! from container 'a'
                container.apparmor.security.beta.kubernetes.io/b: runtime/default
                container.apparmor.security.beta.kubernetes.io/c: localhost/c
                container.apparmor.security.beta.kubernetes.io/d: unconfined
                container.apparmor.security.beta.kubernetes.io/nobody: unconfined
            spec:
              securityContext: {appArmorProfile: {type: Unconfined}} #! of the pod lifts the runtime's AppArmor rules from container 'e'
              containers:
                - name: a
                - name: b
                - name: c
                - name: d
                  securityContext: {appArmorProfile: {type: RuntimeDefault}}
                - name: e
        """);
  }

  @Test
  void fieldsMeanNothingBefore130() {
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 29)))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app, securityContext: {appArmorProfile: {type: Unconfined}}}]
            """);
  }

  @Test
  void privilegedContainersAndWindowsHaveNoAppArmor() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {appArmorProfile: {type: Unconfined}}
          containers: [{name: app, securityContext: {privileged: true}}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          securityContext: {appArmorProfile: {type: Unconfined}}
          containers: [{name: app}]
        """);
  }
}
