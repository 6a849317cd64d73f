package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RunAsRootPossibleTest {

  private final RuleTester rule = RuleTester.of(new RunAsRootPossible());

  @Test
  void flagsContainersWhoseUserTheImageDecides() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup #! init container 'setup' may run as root: neither 'runAsNonRoot'
          containers:
            - name: app
              securityContext: #! container 'app' may run as root
                privileged: false
            - name: nonroot
              securityContext: {runAsNonRoot: true}
            - name: numbered
              securityContext: {runAsUser: 1000}
            - name: contradictory
              securityContext: {runAsUser: 1000, runAsNonRoot: false}
          ephemeralContainers:
            - name: debug #! ephemeral container 'debug' may run as root
        """);
  }

  @Test
  void leavesAnExplicitZeroToItsOwnRule() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsUser: 0}
          containers: [{name: app}]
        """);
  }

  @Test
  void thePodsWordCountsWhereTheContainerIsSilent() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsNonRoot: true}
          containers:
            - name: inherits
            - name: objects
              securityContext:
                runAsNonRoot: false #! container 'objects' may run as root: its 'runAsNonRoot' is false
        ---
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsUser: 1000}
          containers: [{name: inherits}]
        """);
  }

  @Test
  void reportsThePodsFalseOnceWithThoseWhoInheritIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            #! 'runAsNonRoot' false of the pod applies to container 'a' and container 'b', which may
            runAsNonRoot: false
          containers:
            - name: a
            - name: b
            - name: c
              securityContext: {runAsNonRoot: true}
            - name: d
              securityContext: {runAsUser: 1000}
        """);
  }

  @Test
  void rootInAUserNamespaceIsNotRoot() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(yaml.replace("}]", "}] #! container 'app' may run as root"));
  }

  @Test
  void rootOnRootlessNodesIsNotRoot() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, true, false, false))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app}]
            """);
  }

  @Test
  void onWindowsTheNameOfTheUserCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          securityContext:
            windowsOptions: {runAsUserName: ContainerUser}
          containers:
            - name: ordinary
            - name: administrator
              #! may run as an administrator: neither 'runAsNonRoot' nor an ordinary
              securityContext:
                windowsOptions: {runAsUserName: containeradministrator}
            - name: system
              securityContext: #! container 'system'
                windowsOptions: {runAsUserName: 'NT AUTHORITY\\SYSTEM'}
            - name: refused
              securityContext:
                runAsNonRoot: true
                windowsOptions: {runAsUserName: ContainerAdministrator}
        ---
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          hostUsers: false
          containers:
            - name: numbered
              securityContext: {runAsUser: 1000} #! container 'numbered' may run as an administrator
        """);
  }

  @Test
  void looksIntoCustomResources() {
    rule.check(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        spec:
          template:
            spec:
              containers:
                - {name: app, image: "app:1"} #! container 'app' may run as root
        """);
  }
}
