package dev.seaworthy.rules.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ServiceAccountTokenAutomountedTest {

  private final RuleTester rule = RuleTester.of(new ServiceAccountTokenAutomounted());

  @Test
  void thePodsWordCountsWhateverTheAccountSays() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: quiet}
        automountServiceAccountToken: false
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: quiet
          automountServiceAccountToken: true #! pod mounts the token of service account 'quiet'
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccountName: missing
          automountServiceAccountToken: false
          containers: [{name: app}]
        """);
  }

  @Test
  void whereThePodIsSilentTheAccountDecides() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: quiet, namespace: prod}
        automountServiceAccountToken: false
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: open, namespace: prod}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: prod}
        spec:
          serviceAccountName: quiet
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: prod}
        spec: #! pod mounts the token of service account 'open'
          serviceAccountName: open
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: test}
        spec: #! 'quiet', unless the account forbids it, which is not in the scan
          serviceAccountName: quiet
          containers: [{name: app}]
        """);
  }

  @Test
  void withoutANameTheDefaultAccountCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: default, namespace: closed}
        automountServiceAccountToken: false
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {namespace: closed}
        spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: app}]}}}}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {namespace: open}
        spec: #! service account 'default', unless the account forbids it
          containers: [{name: app}]
        """);
  }

  @Test
  void theDeprecatedFieldNamesTheAccountToo() {
    rule.check(
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: quiet}
        automountServiceAccountToken: false
        ---
        apiVersion: v1
        kind: Pod
        spec:
          serviceAccount: quiet
          containers: [{name: app}]
        """);
  }

  @Test
  void pointsAtTheAccountThatLetsIt() {
    assertThat(
            rule.findings(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  serviceAccountName: open
                  containers: [{name: app}]
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: open}
                automountServiceAccountToken: true
                """))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.related())
                    .singleElement()
                    .satisfies(
                        place -> {
                          assertThat(place.location()).hasToString("test.yaml:10:31");
                          assertThat(place.message())
                              .isEqualTo("the account does not keep it from that");
                        }));
  }
}
