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
  void knowsNoPodLevelFieldAndNoQuotedBoolean() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          securityContext: {privileged: true}
          containers:
            - name: app
              securityContext: {privileged: "true"}
        """);
  }

  @Test
  void looksIntoCronJobsCustomResourcesAndLists() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  containers:
                    - {name: job, securityContext: {privileged: true}} #! container 'job'
        ---
        apiVersion: example.org/v1
        kind: Database
        spec:
          pod:
            containers:
              - name: db
                image: db:1
                securityContext: {privileged: true} #! container 'db'
        ---
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: Pod
            spec:
              containers:
                - name: one
                  securityContext: {privileged: true} #! container 'one'
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

  @Test
  void pointsAtTheAnchorOfAnAliasedSecurityContext() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: one
              securityContext: &context
                #! container 'one' runs privileged
                #! container 'two' runs privileged
                privileged: true
            - name: two
              securityContext: *context
        """);
  }
}
