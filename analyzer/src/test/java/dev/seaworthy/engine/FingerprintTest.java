package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1beta1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        template:
          spec:
            containers:
              - name: app
                securityContext: {privileged: true}
              - name: proxy
                securityContext: {privileged: true}
      """;

  private static final List<String> BOTH = fingerprints(DEPLOYMENT);

  @Test
  void tellsContainersApart() {
    assertThat(BOTH).hasSize(2).doesNotHaveDuplicates().allMatch(f -> f.matches("[0-9a-f]{32}"));
  }

  @Test
  void staysTheSameAfterEditsElsewhere() {
    String edited =
        "# a comment\n"
            + DEPLOYMENT.replace("spec:\n  template", "spec:\n  replicas: 3\n  template")
            + "---\napiVersion: v1\nkind: ConfigMap\n";

    assertThat(fingerprints(edited)).isEqualTo(BOTH);
  }

  @Test
  void staysTheSameInBlockAndFlowStyle() {
    assertThat(
            fingerprints(
                """
                {"apiVersion": "apps/v1beta1", "kind": "Deployment",
                "metadata": {"name": "web", "namespace": "shop"},
                "spec": {"template": {"spec": {"containers": [
                {"name": "app", "securityContext": {"privileged": true}},
                {"name": "proxy", "securityContext": {"privileged": true}}]}}}}
                """))
        .isEqualTo(BOTH);
  }

  @Test
  void tellsCopiesInSeveralFilesApart() {
    assertThat(fingerprints(Source.of("other.yaml", DEPLOYMENT)))
        .hasSize(2)
        .doesNotContainAnyElementsOf(BOTH);
  }

  @Test
  void tellsCopiesInOneFileApart() {
    List<String> copies = fingerprints(DEPLOYMENT + "---\n" + DEPLOYMENT);

    assertThat(copies).hasSize(4).startsWith(BOTH.toArray(String[]::new)).doesNotHaveDuplicates();
    assertThat(fingerprints("a: 1\n---\n" + DEPLOYMENT + "---\n" + DEPLOYMENT)).isEqualTo(copies);
  }

  @Test
  void tellsSeveralFindingsAtOnePlaceApart() {
    Rule twice =
        AdHocRule.onObject(
            "twice",
            (object, violations) -> {
              violations.report(object.root(), "it is wrong");
              violations.report(object.root(), "it is very wrong");
            });

    assertThat(fingerprints(List.of(twice), Source.of("file.yaml", DEPLOYMENT)))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsTheMountsOfOneVolumeApartByWhereTheyAre() {
    String yaml =
        "{apiVersion: v1, kind: Pod, spec: {containers: [{name: a, volumeMounts:"
            + " [{name: data, mountPath: /a}, {name: data, mountPath: /b}]}]}}";
    Rule rule =
        AdHocRule.onObject(
            "mount",
            (object, violations) ->
                object.workloads().get(0).containers().get(0).volumeMounts().stream()
                    .forEach(mount -> violations.report(mount.field(), "it is wrong")));

    List<String> both = fingerprints(List.of(rule), Source.of("file.yaml", yaml));
    List<String> second =
        fingerprints(
            List.of(rule),
            Source.of("file.yaml", yaml.replace("{name: data, mountPath: /a}, ", "")));

    assertThat(both).hasSize(2).doesNotHaveDuplicates();
    assertThat(second).containsExactly(both.get(1));
  }

  @Test
  void tellsSuppressionsThatAreWrongInTheSameWayApart() {
    assertThat(
            fingerprints(
                "apiVersion: v1 # seaworthy: ignore[x] a\nkind: Pod # seaworthy: ignore[x] b\n"))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void followsNamedItemsThatChangePlaces() {
    String reordered =
        DEPLOYMENT.replace("app\n", "x\n").replace("proxy\n", "app\n").replace("x\n", "proxy\n");

    assertThat(fingerprints(reordered)).containsExactly(BOTH.get(1), BOTH.get(0));
  }

  @Test
  void staysTheSameAfterAnUpgradeOfTheApiVersion() {
    assertThat(fingerprints(DEPLOYMENT.replace("apps/v1beta1", "apps/v1"))).isEqualTo(BOTH);
  }

  @Test
  void differsForAnotherObject() {
    assertThat(fingerprints(DEPLOYMENT.replace("name: web", "name: api")))
        .doesNotContainAnyElementsOf(BOTH);
    assertThat(fingerprints(DEPLOYMENT.replace("shop", "bank"))).doesNotContainAnyElementsOf(BOTH);
    assertThat(fingerprints(DEPLOYMENT.replace("Deployment", "StatefulSet")))
        .hasSize(2)
        .doesNotContainAnyElementsOf(BOTH);
  }

  @Test
  void differsForAnotherApiGroup() {
    assertThat(fingerprint(AdHocRule.at("a", "spec"), "{apiVersion: one/v1, kind: Thing}"))
        .isNotEqualTo(fingerprint(AdHocRule.at("a", "spec"), "{apiVersion: two/v1, kind: Thing}"));
  }

  @Test
  void differsForAnotherRuleOrField() {
    String yaml = "{apiVersion: v1, kind: Pod, spec: {a: 1, b: 2}}";
    String fingerprint = fingerprint(AdHocRule.at("one", "spec", "a"), yaml);

    assertThat(fingerprint(AdHocRule.at("two", "spec", "a"), yaml)).isNotEqualTo(fingerprint);
    assertThat(fingerprint(AdHocRule.at("one", "spec", "b"), yaml)).isNotEqualTo(fingerprint);
    assertThat(fingerprint(AdHocRule.at("one", "spec"), yaml)).isNotEqualTo(fingerprint);
  }

  @Test
  void doesNotDependOnTheValue() {
    assertThat(fingerprint(AdHocRule.at("one", "a"), "{apiVersion: v1, kind: Pod, a: 1}"))
        .isEqualTo(fingerprint(AdHocRule.at("one", "a"), "{apiVersion: v1, kind: Pod}"));
  }

  @Test
  void takesTheIndexOfItemsWithoutAName() {
    String yaml = "{apiVersion: v1, kind: Pod, list: [a, b]}";

    assertThat(fingerprint(AdHocRule.at("one", object -> object.root().get("list").item(0)), yaml))
        .isNotEqualTo(
            fingerprint(AdHocRule.at("one", object -> object.root().get("list").item(1)), yaml));
  }

  @Test
  void isThereForAnObjectWithoutAName() {
    String generated = DEPLOYMENT.replace("name: web", "generateName: web-");
    String nameless = DEPLOYMENT.replace("name: web, ", "");

    assertThat(fingerprints(nameless)).hasSize(2).doesNotContainAnyElementsOf(BOTH);
    assertThat(fingerprints(generated))
        .hasSize(2)
        .doesNotContainAnyElementsOf(BOTH)
        .doesNotContainAnyElementsOf(fingerprints(nameless));
  }

  private static String fingerprint(Rule rule, String yaml) {
    return Analyzer.builder()
        .rules(List.of(rule))
        .build()
        .analyze(Source.of("file.yaml", yaml))
        .findings()
        .get(0)
        .fingerprint();
  }

  private static List<String> fingerprints(String yaml) {
    return fingerprints(Source.of("file.yaml", yaml));
  }

  private static List<String> fingerprints(Source source) {
    return fingerprints(TestRules.ALL, source);
  }

  private static List<String> fingerprints(List<Rule> rules, Source source) {
    return Analyzer.builder().rules(rules).build().analyze(source).findings().stream()
        .map(Finding::fingerprint)
        .toList();
  }
}
