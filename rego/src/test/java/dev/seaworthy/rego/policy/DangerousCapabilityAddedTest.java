package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class DangerousCapabilityAddedTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("dangerous-capability-added"));

  @Test
  void flagsEachDangerousItem() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              securityContext:
                capabilities:
                  drop: [ALL]
                  add:
                    - NET_ADMIN #! init container 'setup' adds capability 'NET_ADMIN', which lets it change
                    - NET_BIND_SERVICE
                    - SYS_TIME #! 'SYS_TIME', which lets it set the node's clock
          containers:
            - name: app
              securityContext:
                capabilities: {add: [ALL]} #! container 'app' adds capability 'ALL'
          ephemeralContainers:
            - name: debug
              securityContext:
                capabilities: {add: [SYS_PTRACE]} #! ephemeral container 'debug'
        """);
  }

  @Test
  void leavesTheRuntimesUsualSetAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              securityContext:
                capabilities:
                  add: [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD,
                        NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT]
                  drop: [SYS_ADMIN]
        """);
  }

  @Test
  void knowsEverySpelling() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              securityContext:
                capabilities:
                  add:
                    - CAP_SYS_ADMIN #! adds capability 'CAP_SYS_ADMIN', which lets it mount
                    - sys_module #! adds capability 'sys_module', which lets it load modules
                    - cap_net_raw #! adds capability 'cap_net_raw'
                    - NOT_SYS_ADMIN
        """);
  }

  @Test
  void saysWhatAUserNamespaceLeavesOfIt() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers:
            - name: app
              securityContext:
                capabilities:
                  add: [SYS_ADMIN] #! adds capability 'SYS_ADMIN': its user namespace confines that
        """);
  }

  @Test
  void saysWhatItMeansForAUserOtherThanRoot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {runAsUser: 1000}
          containers:
            - name: may-gain
              securityContext:
                capabilities:
                  #! 'NET_ADMIN', which lets programs with file capabilities or a set-user-ID bit change network interfaces, routes and firewall rules: its user is not root
                  add: [NET_ADMIN]
            - name: may-not-gain
              securityContext:
                allowPrivilegeEscalation: false
                capabilities:
                  #! 'NET_ADMIN', which has no effect as long as its user is not root and may not gain privileges
                  add: [NET_ADMIN]
            - name: image-decides
              securityContext:
                runAsUser: null
                runAsNonRoot: true
                allowPrivilegeEscalation: false
                capabilities: {add: [SYS_TIME]} #! 'SYS_TIME', which has no effect
            - name: root
              securityContext:
                runAsUser: 0
                allowPrivilegeEscalation: false
                capabilities: {add: [SYS_TIME]} #! 'SYS_TIME', which lets it set the node's clock
        ---
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: unknown
              securityContext:
                allowPrivilegeEscalation: false
                capabilities: {add: [SYS_TIME]} #! 'SYS_TIME', which lets it set the node's clock
        """);
  }

  @Test
  void whatIsAddedAndDroppedIsNotThere() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: single
              securityContext: {capabilities: {add: [SYS_ADMIN], drop: [sys_admin]}}
            - name: all
              securityContext: {capabilities: {add: [ALL], drop: [ALL]}}
            - name: added-after-all
              securityContext: {capabilities: {add: [SYS_ADMIN], drop: [ALL]}} #! 'SYS_ADMIN'
            - name: all-but-one
              securityContext: {capabilities: {add: [all], drop: [NET_RAW]}} #! adds capability 'all'
            - name: another-name-to-containerd
              securityContext: {capabilities: {add: [SYS_ADMIN], drop: [CAP_SYS_ADMIN]}} #! 'SYS_ADMIN'
        """);
  }

  @Test
  void windowsHasNoCapabilities() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          nodeSelector: {kubernetes.io/os: windows}
          containers: [{name: app, securityContext: {capabilities: {add: [SYS_ADMIN]}}}]
        """);
  }
}
