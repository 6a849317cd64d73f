package dev.seaworthy.rules.privilege;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class PrivilegedContainerTest {

  private final RuleTester rule = RuleTester.of(new PrivilegedContainer());

  @Test
  void flagsContainersOfEveryType() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          initContainers:
            - name: setup
              securityContext: {privileged: true} #! init container 'setup' runs privileged
          containers:
            - name: app
              securityContext:
                privileged: true #! container 'app' runs privileged
            - name: sidecar
              securityContext: {privileged: false}
            - name: plain
          ephemeralContainers:
            - name: debug
              securityContext:
                privileged: yes #! ephemeral container 'debug' runs privileged
        """);
  }

  @Test
  void pointsAtTheValue() {
    assertThat(
            rule.findings(
                """
                apiVersion: v1
                kind: Pod
                spec: {containers: [{name: "é😀", securityContext: {privileged: true}}]}
                """))
        .singleElement()
        .extracting(finding -> finding.location().toString())
        .isEqualTo("test.yaml:3:65");
  }
}
