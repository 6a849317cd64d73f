package dev.seaworthy.rules.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateKeyTest {

  private final RuleTester rule = RuleTester.of(new DuplicateKey());

  @Test
  void flagsTheKeyThatCountsAnywhereInAnObject() {
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          labels: {app: web, tier: front, app: site} #! key 'app' is written twice
        data:
          a: first
          b: other
          a: second #! key 'a' is written twice: Kubernetes keeps the last value
        """);
  }

  @Test
  void pointsAtTheIgnoredKeys() {
    List<Finding> findings =
        rule.findings(
            """
            apiVersion: v1
            kind: ConfigMap
            data:
              a: one
              "a": two
              a:
                three
            """);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).startsWith("key 'a' is written 3 times");
              assertThat(finding.location()).hasToString("test.yaml:6:3");
              assertThat(finding.path()).isEqualTo("data.a");
              assertThat(finding.related())
                  .extracting(other -> other.location().toString())
                  .containsExactly("test.yaml:4:3", "test.yaml:5:3");
            });
  }

  @Test
  void comparesKeysAsKubernetesDoes() {
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        data:
          yes: a
          "true": b #! key 'true' is written twice
        """);
  }

  @Test
  void leavesEqualKeysOfDifferentMappingsAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers: [{name: a}, {name: a}]
        """);
  }

  @Test
  void reportsAliasedTextOnce() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: a
              env: &env
                - {name: X, value: "1", value: "2"} #! key 'value' is written twice
            - name: b
              env: *env
            - name: c
              env: *env
        """);
  }

  @Test
  void findsAliasedTextThatLiesOutsideTheObject() {
    rule.check(
        """
        apiVersion: v1
        kind: List
        shared: &labels {app: a, app: b} #! key 'app' is written twice
        items:
          - apiVersion: v1
            kind: ConfigMap
            metadata: {labels: *labels}
        """);
  }

  @Test
  void aKeyMayOverrideWhatAMergeBrought() {
    rule.check(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          labels: &labels {app: a}
          annotations:
            <<: *labels
            app: b
        """);
  }

  @Test
  void aMergeAfterAKeyReplacesIt() {
    List<Finding> findings =
        rule.findings(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              labels: &labels {app: a}
              annotations:
                app: b
                <<: *labels
            """);
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("key 'app' has no effect: the merge after it brings another");
              assertThat(finding.location()).hasToString("test.yaml:6:5");
              assertThat(finding.related())
                  .extracting(other -> other.location().toString())
                  .containsExactly("test.yaml:7:9", "test.yaml:4:20");
            });
  }

  @Test
  void readsJsonAsWell() {
    assertThat(
            rule.findings(
                """
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "data": {"a": "1",
                          "a": "2"}}
                """))
        .singleElement()
        .extracting(finding -> finding.location().toString())
        .isEqualTo("test.yaml:3:11");
  }

  @Test
  void survivesAliasesOfAliases() {
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nx0: &x0 [a, b]\n");
    for (int i = 1; i < 15; i++) {
      yaml.append("x%d: &x%d [*x%d, *x%d]\n".formatted(i, i, i - 1, i - 1));
    }
    rule.check(yaml.toString());
  }
}
