package dev.seaworthy.rules.identity;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class RunAsUserZeroTest {

  private final RuleTester rule = RuleTester.of(new RunAsUserZero());

  @Test
  void flagsTheContainersOwnZero() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsUser: 1000}
          initContainers:
            - name: setup
              securityContext: {runAsUser: 0} #! init container 'setup' runs as user 0
          containers:
            - name: app
              securityContext:
                runAsUser: 0x0 #! container 'app' runs as user 0
            - name: inherits
            - name: other
              securityContext: {runAsUser: 10}
          ephemeralContainers:
            - name: debug
              securityContext: {runAsUser: 0} #! ephemeral container 'debug' runs as user 0
        """);
  }

  @Test
  void reportsThePodsZeroOnceWithThoseWhoInheritIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            #! 'runAsUser' 0 of the pod applies to init container 'setup', container 'a' and container 'b'
            runAsUser: 0
          initContainers:
            - name: setup
          containers:
            - name: a
            - name: b
              securityContext: {privileged: false}
            - name: c
              securityContext: {runAsUser: 1}
        """);
  }

  @Test
  void isSilentWhenEveryContainerOverridesThePodsZero() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsUser: 0}
          containers:
            - name: app
              securityContext: {runAsUser: 1000}
        """);
  }

  @Test
  void isSilentWhereTheKubeletStartsNoRoot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext:
            runAsUser: 0 #! 'runAsUser' 0 of the pod applies to container 'a'
          containers:
            - name: a
            - name: b
              securityContext: {runAsNonRoot: true}
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
          securityContext: {runAsUser: 0}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)))
        .check(yaml.replace("0}", "0} #! applies to container 'app'"));
  }

  @Test
  void rootOnRootlessNodesIsNotRoot() {
    rule.on(new ClusterProfile(KubernetesVersion.LATEST, true, false, false))
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              containers: [{name: app, securityContext: {runAsUser: 0}}]
            """);
  }

  @Test
  void windowsHasNoUserIds() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app, securityContext: {runAsUser: 0}}]
        """);
  }

  @Test
  void looksIntoTheTemplateOfACronJob() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  securityContext: {runAsUser: 0} #! applies to container 'job'
                  containers: [{name: job}]
        """);
  }
}
