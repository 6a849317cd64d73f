package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InvalidOsFieldTest {

  private final RuleTester rule = RuleTester.of(new InvalidOsField());

  @Test
  void flagsFieldsForLinuxInAPodForWindows() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          hostPID: true #! 'hostPID' is not for windows pods
          hostIPC: false
          hostUsers: false #! 'hostUsers' is not for windows pods
          shareProcessNamespace: false #! 'shareProcessNamespace' is not
          securityContext:
            runAsNonRoot: true
            runAsUser: 1000 #! 'runAsUser' is not
            fsGroup: 1000 #! 'fsGroup' is not
            supplementalGroups: []
            windowsOptions: {runAsUserName: ContainerUser}
          containers:
            - name: app
              securityContext:
                allowPrivilegeEscalation: false #! 'allowPrivilegeEscalation' is not
                capabilities: {drop: [ALL]} #! 'capabilities' is not
                seccompProfile: {type: RuntimeDefault} #! 'seccompProfile' is not
                readOnlyRootFilesystem: null
        """);
  }

  @Test
  void flagsFieldsForWindowsInAPodForLinux() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  os: {name: linux}
                  securityContext:
                    windowsOptions: {} #! 'windowsOptions' is not for linux pods
                  containers:
                    - name: app
                      securityContext:
                        runAsUser: 1
                        windowsOptions: {hostProcess: false} #! 'windowsOptions' is not for linux pods
        """);
  }

  @Test
  void onlyTheFieldOfThePodSaysWhatItIsFor() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          nodeSelector: {kubernetes.io/os: windows}
          securityContext: {runAsUser: 1000}
          containers: [{name: app}]
        """);
  }

  @Test
  void knowsSinceWhenAServerAsks() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          securityContext:
            supplementalGroupsPolicy: Strict #! 'supplementalGroupsPolicy' is not for windows pods
          containers:
            - name: app
              securityContext:
                procMount: Default #! 'procMount' is not for windows pods
        """;
    rule.check(yaml);
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 32))).check(yaml.replaceAll("#!.*", ""));
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          resources: {limits: {cpu: 1}} #! 'resources' is not for windows pods
          containers: [{name: app}]
        """);
  }
}
