package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SudoInEntrypointTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("sudo-in-entrypoint"));

  @Test
  void flagsTheProgramThatIsStarted() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              command: [/usr/bin/sudo, chown, "1000", /data] #! init container 'setup' starts 'sudo' to become root
          containers:
            - name: app
              command: [tini, --, sudo, server] #! container 'app' starts 'sudo' to become root
            - name: image
              args: [sudo, server] #! container 'image' starts 'sudo'
            - name: environment
              command: [/usr/bin/env]
              args: [sudo, server] #! container 'environment' starts 'sudo'
        """);
  }

  @Test
  void flagsCommandsInScripts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: a
              command: [sh, -c, "sudo chown app /data && exec app"] #! container 'a' starts 'sudo'
            - name: b
              command: [bash, -euc]
              args: ["umask 77; LANG=C /usr/bin/sudo -E app"] #! container 'b' starts 'sudo'
            - name: c
              command:
                - sh
                - -c
                - | #! container 'c' starts 'sudo'
                  set -e
                    sudo mount /data
            - name: d
              command: [sh, -c, "if test -w /data; then exec sudo app; fi"] #! container 'd' starts 'sudo'
            - name: e
              command: [sh, -c, "files=$(sudo ls /data)"] #! container 'e' starts 'sudo'
        """);
  }

  @Test
  void isSilentAboutOtherWords() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: a, command: [pseudo, --sudo, sudo]}
            - {name: b, command: [sh, -c, "apt-get install sudo; pseudo app; echo no sudo here; cat /etc/sudoers"]}
            - {name: c, command: [app], args: [sudo]}
            - {name: d, command: [app, --message, "sudo make me a sandwich"]}
            - {name: e, command: [sh, /opt/sudo/start]}
            - {name: f, command: sudo app}
            - {name: g, command: [1, {sudo: true}]}
        """);
  }

  @Test
  void saysWhereItCannotWork() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: user
              securityContext: {allowPrivilegeEscalation: false, runAsUser: 1000}
              command: [sudo, app] #! container 'user' starts 'sudo', which fails as 'allowPrivilegeEscalation' is false
            - name: nonroot
              securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true}
              command: [sudo, app] #! starts 'sudo', which fails
            - name: root
              securityContext: {allowPrivilegeEscalation: false, runAsUser: 0}
              command: [sudo, app] #! starts 'sudo' to become root
            - name: unknown
              securityContext: {allowPrivilegeEscalation: false}
              command: [sudo, app] #! starts 'sudo' to become root
        """);
  }

  @Test
  void isSilentOnWindows() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          os: {name: windows}
          containers: [{name: app, command: [sudo, app.exe]}]
        """);
  }
}
