package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidRestartPolicyTest {

  private final RuleTester rule = RuleTester.of(new InvalidRestartPolicy());

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, Always, true",
    "apps/v1, Deployment, Never, false",
    "apps/v1, StatefulSet, OnFailure, false",
    "apps/v1, DaemonSet, OnFailure, false",
    "apps/v1, ReplicaSet, Never, false",
    "apps/v1, ReplicaSet, always, true",
    "v1, ReplicationController, Never, false",
    "batch/v1, Job, Never, true",
    "batch/v1, Job, OnFailure, true",
    "batch/v1, Job, Always, false",
    "batch/v1, Job, ${POLICY}, true",
    "argoproj.io/v1alpha1, Rollout, Never, true",
  })
  void knowsThePoliciesOfAKind(String apiVersion, String kind, String policy, boolean fits) {
    String yaml =
        """
        apiVersion: %s
        kind: %s
        spec: {template: {spec: {restartPolicy: "%s", containers: [{name: app}]}}}
        """
            .formatted(apiVersion, kind, policy);
    assertThat(rule.findings(yaml).isEmpty()).isEqualTo(fits);
  }

  @Test
  void podsHaveAnyOfTheThree() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          restartPolicy: OnFailure
          containers: [{name: app}]
        """);
  }

  @Test
  void aJobCannotDoWithTheDefault() {
    rule.check(
        """
        apiVersion: batch/v1
        kind: CronJob
        spec:
          jobTemplate:
            spec:
              template:
                spec: #! a CronJob needs a 'restartPolicy', as the default is 'Always'
                  containers: [{name: app}]
        """);
  }

  @Test
  void theDefaultIsRightElsewhere() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: Deployment
        spec: {template: {spec: {containers: [{name: app}]}}}
        """);
  }
}
