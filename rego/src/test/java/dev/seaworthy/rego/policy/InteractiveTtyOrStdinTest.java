package dev.seaworthy.rego.policy;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class InteractiveTtyOrStdinTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("interactive-tty-or-stdin"));

  @Test
  void flagsBothFieldsOfAllContainers() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              stdin: true #! init container 'setup' keeps its standard input open for whoever attaches to it
          containers:
            - name: app
              stdin: true #! container 'app' keeps its standard input open
              tty: true #! container 'app' keeps a terminal for whoever attaches to it
          ephemeralContainers:
            - name: debug
              tty: on #! ephemeral container 'debug' keeps a terminal
        """);
  }

  @Test
  void isSilentAboutFalse() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: app, stdin: false, tty: false, stdinOnce: true}
            - {name: text, stdin: "true", tty: 1}
        """);
  }
}
