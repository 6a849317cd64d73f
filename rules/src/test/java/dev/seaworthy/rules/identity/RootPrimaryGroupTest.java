package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RootPrimaryGroupTest {

  private final RuleTester rule = RuleTester.of(new RootPrimaryGroup());

  @Test
  void flagsAnExplicitZeroWhereItTakesEffect() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsGroup: 0 #! 'runAsGroup' 0 of the pod gives root's group to container 'a' and container 'b'
          containers:
            - name: a
            - name: b
              securityContext: {runAsUser: 1000}
            - name: c
              securityContext: {runAsGroup: 1}
            - name: d
              securityContext: {runAsGroup: 0} #! container 'd' runs with root's group
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsGroup: 0}
          containers: [{name: overrides, securityContext: {runAsGroup: 1000}}]
        """);
  }

  @Test
  void anAbsentGroupIsNoZero() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers: [{name: app, securityContext: {runAsUser: 0}}]
        """);
  }

  @Test
  void isSilentInAUserNamespaceAndOnWindows() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          securityContext: {runAsGroup: 0}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.check(yaml.replace("hostUsers: false", "os: {name: windows}"));
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(
            yaml.replace(
                "{runAsGroup: 0}", "{runAsGroup: 0} #! gives root's group to container 'app'"));
  }
}
