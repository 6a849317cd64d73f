package dev.seaworthy.rules.privilege;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PrivilegeEscalationNotDisabledTest {

  private final RuleTester rule = RuleTester.of(new PrivilegeEscalationNotDisabled());

  @Test
  void flagsWhateverIsNotFalse() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              securityContext: {allowPrivilegeEscalation: true} #! init container 'setup' allows
          containers:
            - name: silent #! container 'silent' does not set 'allowPrivilegeEscalation' to false
            - name: other
              securityContext: #! container 'other' does not set
                runAsUser: 1000
            - name: "null"
              securityContext:
                allowPrivilegeEscalation: ~ #! container 'null' does not set
            - name: safe
              securityContext: {allowPrivilegeEscalation: no}
          ephemeralContainers:
            - name: debug #! ephemeral container 'debug' does not set
        """);
  }

  @Test
  void leavesPrivilegedContainersToTheirOwnRule() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: all
              securityContext: {privileged: true}
            - name: contradictory
              securityContext: {privileged: true, allowPrivilegeEscalation: true}
            - name: admin
              securityContext: {capabilities: {add: [SYS_ADMIN]}} #! container 'admin'
        """);
  }

  @Test
  void windowsHasNoSuchField() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          nodeSelector: {kubernetes.io/os: windows}
          containers: [{name: app}]
        """);
  }

  @Test
  void aUserNamespaceIsNoExcuse() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          hostUsers: false
          containers: [{name: app}] #! container 'app' does not set
        """);
  }
}
