package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidSelectorTest {

  private final RuleTester rule = RuleTester.of(new InvalidSelector());

  @Test
  void flagsLabelsThatThePodsDoNotHave() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          selector:
            matchLabels:
              app: web #! by label 'app': the pods have 'api'
              tier: front #! by label 'tier': the pods do not have it
              env: prod
          template:
            metadata:
              labels: {app: api, env: prod}
            spec:
              containers: [{name: app}]
        """;
    rule.check(yaml);
    assertThat(rule.findings(yaml).get(0).related())
        .singleElement()
        .satisfies(labels -> assertThat(labels.location()).hasToString("test.yaml:11:21"));
  }

  @Test
  void flagsExpressionsThatThePodsDoNotMeet() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        spec:
          selector:
            matchExpressions:
              - {key: app, operator: In, values: [web, api]}
              - {key: app, operator: In, values: [db]} #! by label 'app': the pods have 'api'
              - {key: app, operator: NotIn, values: [api]} #! by label 'app'
              - {key: app, operator: Exists}
              - {key: app, operator: DoesNotExist} #! by label 'app'
              - {key: tier, operator: Exists} #! by label 'tier': the pods do not have it
              - {key: tier, operator: NotIn, values: [a]}
              - {key: tier, operator: DoesNotExist}
          template:
            metadata: {labels: {app: api}}
            spec:
              containers: [{name: app}]
        """);
  }

  @Test
  void flagsAnEmptySelector() {
    rule.check(
        """
        apiVersion: apps/v1
        kind: DaemonSet
        spec:
          selector: {} #! the selector is empty
          template:
            spec:
              containers: [{name: app}]
        """);
  }

  @Test
  void flagsTheSelectorOfAReplicationController() {
    rule.check(
        """
        apiVersion: v1
        kind: ReplicationController
        spec:
          selector:
            app: web #! by label 'app': the pods have 'api'
          template:
            metadata: {labels: {app: api}}
            spec:
              containers: [{name: app}]
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nkind: Service\nspec: {selector: {app: web}, template: {}}",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {metadata: {labels: {a: b}}}}",
        "apiVersion: apps/v1\nkind: Deployment\nspec: {selector: {matchLabels: {a: b}}}",
        "apiVersion: batch/v1\nkind: Job\nspec: {selector: {matchLabels: {a: b}}, template: {}}",
        "apiVersion: v1\nkind: ReplicationController\nspec: {selector: {}, template: {metadata: {labels: {a: b}}}}"
      })
  void leavesTheRestAlone(String yaml) {
    assertThat(rule.findings(yaml)).isEmpty();
  }

  @Test
  void aReplicationControllerSelectsByTheLabelsOfItsPods() {
    String yaml =
        """
        apiVersion: v1
        kind: ReplicationController
        spec: #! there is no selector, and the pods have no labels that one could be made of
          template:
            spec: {containers: [{name: app}]}
        """;
    rule.check(yaml);
    rule.check(
        yaml.replace("    spec:", "    metadata: {labels: {a: b}}\n    spec:")
            .replaceAll("#!.*", ""));
  }
}
