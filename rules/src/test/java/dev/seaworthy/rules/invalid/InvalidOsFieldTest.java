package dev.seaworthy.rules.invalid;

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
  void flagsAnUnknownOperatingSystem() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: Linux} #! 'Linux' is no operating system of a pod
          containers: [{name: app}]
        """);
  }
}
