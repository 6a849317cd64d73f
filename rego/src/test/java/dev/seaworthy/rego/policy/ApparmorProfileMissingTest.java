package dev.seaworthy.rego.policy;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ApparmorProfileMissingTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("apparmor-profile-missing"));

  @Test
  void flagsContainersThatNobodyGivesAProfile() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          annotations:
            container.apparmor.security.beta.kubernetes.io/annotated: runtime/default
        spec:
          initContainers:
            - name: setup #! init container 'setup' asks for no AppArmor profile, so it starts unconfined where
          containers:
            - name: app
              securityContext: {readOnlyRootFilesystem: true} #! container 'app' asks for no AppArmor profile
            - name: default
              securityContext: {appArmorProfile: {type: RuntimeDefault}}
            - name: unconfined
              securityContext: {appArmorProfile: {type: Unconfined}}
            - name: annotated
            - name: privileged
              securityContext: {privileged: true}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {appArmorProfile: {type: RuntimeDefault}}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app}]
        """);
  }

  @Test
  void onlyAnnotationsCountBefore130() {
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 29)))
        .check(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations: #! container 'a' asks for no AppArmor profile
                container.apparmor.security.beta.kubernetes.io/b: runtime/default
            spec:
              securityContext: {appArmorProfile: {type: RuntimeDefault}}
              containers: [{name: a}, {name: b}]
            """);
  }
}
