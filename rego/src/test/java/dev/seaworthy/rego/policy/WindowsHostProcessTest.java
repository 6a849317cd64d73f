package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WindowsHostProcessTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("windows-host-process"));

  @Test
  void flagsContainersAndPods() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          initContainers:
            - name: setup
              securityContext:
                windowsOptions:
                  hostProcess: true #! 'hostProcess' runs init container 'setup' on the Windows node itself, outside
          containers:
            - name: app
            - name: no
              securityContext: {windowsOptions: {hostProcess: false, runAsUserName: ContainerUser}}
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        spec:
          template:
            spec:
              securityContext:
                windowsOptions:
                  #! 'hostProcess' of the pod runs container 'a' and container 'b' on the Windows node itself
                  hostProcess: true
                  runAsUserName: "NT AUTHORITY\\\\SYSTEM"
              containers:
                - name: a
                - name: b
                  securityContext: {windowsOptions: {runAsUserName: "NT AUTHORITY\\\\Local service"}}
                - name: c
                  securityContext: {windowsOptions: {hostProcess: true}} #! runs container 'c'
        """);
  }

  @Test
  void doesNotAskWhatThePodRunsOn() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostNetwork: true
          containers:
            - name: app
              securityContext: {windowsOptions: {hostProcess: true}} #! container 'app'
            - name: odd
              securityContext: {windowsOptions: {hostProcess: "true"}}
            - name: odder
              securityContext: {windowsOptions: [hostProcess]}
        """);
  }
}
