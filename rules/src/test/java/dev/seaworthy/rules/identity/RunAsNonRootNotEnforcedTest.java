package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RunAsNonRootNotEnforcedTest {

  private final RuleTester rule = RuleTester.of(new RunAsNonRootNotEnforced());

  @Test
  void flagsAnOrdinaryUserThatNothingHoldsToIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              #! init container 'setup' runs as user 1, but its 'runAsNonRoot' is not set
              securityContext: {runAsUser: 1}
          containers:
            - name: app
              securityContext:
                runAsUser: 1000
                runAsNonRoot: false #! container 'app' runs as user 1000, but its 'runAsNonRoot' is false
            - name: held
              securityContext: {runAsUser: 1000, runAsNonRoot: true}
            - name: image
            - name: root
              securityContext: {runAsUser: 0}
        """);
  }

  @Test
  void reportsThePodsFalseOnce() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsUser: 1000
            #! 'runAsNonRoot' false of the pod applies to container 'a' and container 'b'
            runAsNonRoot: false
          containers:
            - name: a
            - name: b
            - name: root
              securityContext: {runAsUser: 0}
            - name: held
              securityContext: {runAsNonRoot: true}
        """);
  }

  @Test
  void thePodsTrueCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsNonRoot: true}
          containers:
            - {name: app, securityContext: {runAsUser: 1000}}
        """);
  }

  @Test
  void isSilentInAUserNamespaceAsPodSecurityIs() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers: [{name: app, securityContext: {runAsUser: 1000}}]
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(yaml.replace("}}]", "}}] #! container 'app' runs as user 1000"));
  }

  @Test
  void windowsHasNoUserIds() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app, securityContext: {runAsUser: 1000}}]
        """);
  }
}
