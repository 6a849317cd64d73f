package dev.seaworthy.rbac;

import static dev.seaworthy.rbac.RbacFixture.binding;
import static dev.seaworthy.rbac.RbacFixture.document;
import static dev.seaworthy.rbac.RbacFixture.graph;
import static dev.seaworthy.rbac.RbacFixture.resources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ScannedObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

class RbacAggregationTest {

  private static final String BOUND =
      binding(
          "ClusterRoleBinding",
          "name: b",
          "ClusterRole/all",
          "kind: ServiceAccount, name: app, namespace: prod");
  private static final Account ACCOUNT = new Account("prod", "app");

  @Test
  void anAggregatedRoleIsMadeOfTheRolesThatCarryALabel() {
    assertThat(
            granted(
                aggregated("all", "", "matchLabels: {part: 'yes'}")
                    + part("some", "part: 'yes'")
                    + part("other", "part: 'no'")
                    + part("none", "")))
        .containsExactly("some");
  }

  @Test
  void allLabelsOfOneSelectorMustMatchAndAnySelectorWill() {
    assertThat(
            granted(
                document(
                        "ClusterRole",
                        "name: all",
                        "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: x, b: y}},"
                            + " {matchLabels: {c: z}}]}")
                    + part("both", "a: x, b: y")
                    + part("one", "a: x")
                    + part("third", "c: z")))
        .containsExactly("both", "third");
  }

  @Test
  void expressionsAreUnderstood() {
    String parts =
        part("x", "mine: '', a: x") + part("y", "mine: '', a: y") + part("neither", "mine: ''");

    assertThat(expression("{key: a, operator: In, values: [x, z]}", parts)).containsExactly("x");
    assertThat(expression("{key: a, operator: NotIn, values: [x]}", parts))
        .containsExactly("y", "neither");
    assertThat(expression("{key: a, operator: Exists}", parts)).containsExactly("x", "y");
    assertThat(expression("{key: a, operator: DoesNotExist}", parts)).containsExactly("neither");
  }

  @Test
  void aSelectorThatTheServerRefusesSelectsNothing() {
    String parts = part("x", "mine: '', a: x");

    assertThat(expression("{key: a, operator: In}", parts)).isEmpty();
    assertThat(expression("{key: a, operator: NotIn}", parts)).isEmpty();
    assertThat(expression("{key: a, operator: Like, values: [x]}", parts)).isEmpty();
  }

  @Test
  void anEmptySelectorMeansAllRoles() {
    RbacGraph graph = graph(aggregated("all", "", "") + part("some", "") + BOUND);

    assertThat(graph.allowing(ACCOUNT, new Access("get", "", "some"))).isNotEmpty();
    assertThat(graph.allowing(ACCOUNT, new Access("delete", "", "nodes")))
        .as("cluster-admin is one of them")
        .isNotEmpty();
  }

  @Test
  void withoutSelectorsThereAreNoRules() {
    assertThat(granted(document("ClusterRole", "name: all", "aggregationRule: {}"))).isEmpty();
  }

  @Test
  void rulesOfAnAggregatedRoleAreOverwritten() {
    assertThat(
            granted(
                document(
                        "ClusterRole",
                        "name: all",
                        "aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: x}}]}\n"
                            + "rules: [{apiGroups: [''], resources: [own], verbs: [get]}]")
                    + part("some", "a: x")))
        .containsExactly("some");
  }

  @Test
  void aggregatedRolesAggregate() {
    assertThat(
            granted(
                aggregated("all", "", "matchLabels: {level: top}")
                    + aggregated("middle", "level: top", "matchLabels: {level: bottom}")
                    + part("some", "level: bottom")))
        .containsExactly("some");
  }

  @Test
  void cyclesEnd() {
    assertThat(
            granted(
                aggregated("all", "a: x", "matchLabels: {b: y}")
                    + aggregated("other", "b: y", "matchLabels: {a: x}")
                    + part("some", "a: x")
                    + part("more", "b: y")))
        .containsExactly("more", "some");
  }

  @Test
  void aRoleThatSelectsItselfHasNoRules() {
    assertThat(granted(aggregated("all", "a: x", "matchLabels: {a: x}"))).isEmpty();
  }

  @Test
  void ofSeveralPartsOfANameTheNearestIsMeant() {
    RbacGraph graph =
        new RbacFixture()
            .file("a/all.yaml", aggregated("all", "", "matchLabels: {a: x}") + BOUND)
            .file("a/part.yaml", part("some", "a: x"))
            .file("b/part.yaml", part("some", "a: x").replace("[some]", "[far]"))
            .graph();

    assertThat(resources(graph.grants(ACCOUNT))).containsExactly("some");
  }

  @Test
  void theRoleOfAGrantIsTheOneThatIsBound() {
    RbacGraph graph =
        graph(aggregated("all", "", "matchLabels: {a: x}") + part("some", "a: x") + BOUND);

    Grant grant = graph.grants(ACCOUNT).get(0);

    assertThat(grant.roleName()).isEqualTo("all");
    assertThat(grant.role().orElseThrow()).hasToString("ClusterRole all");
    assertThat(grant.rule().field().orElseThrow().object()).hasToString("ClusterRole some");
  }

  @Test
  void aRenderingAddsToTheRolesOfTheRepository() {
    ScannedObjects repository =
        new RbacFixture()
            .file("all.yaml", aggregated("all", "", "matchLabels: {a: x}") + BOUND)
            .file("some.yaml", part("some", "a: x"))
            .scanned();
    ScannedObjects both =
        repository.with(RbacFixture.objects("chart/templates/p.yaml", part("more", "a: x")));

    assertThat(resources(RbacGraph.of(both).grants(ACCOUNT))).containsExactly("some", "more");
    assertThat(resources(RbacGraph.of(repository).grants(ACCOUNT))).containsExactly("some");
  }

  private static List<String> expression(String expression, String parts) {
    String mine = "{key: mine, operator: Exists}";
    return granted(
        aggregated("all", "", "matchExpressions: [%s, %s]".formatted(mine, expression)) + parts);
  }

  private static List<String> granted(String roles) {
    return resources(graph(roles + BOUND).grants(ACCOUNT));
  }

  private static String aggregated(String name, String labels, String selector) {
    return document(
        "ClusterRole",
        "name: %s, labels: {%s}".formatted(name, labels),
        "aggregationRule: {clusterRoleSelectors: [{%s}]}".formatted(selector));
  }

  /** A role that allows to get a resource of its own name. */
  private static String part(String name, String labels) {
    return RbacFixture.role(
        "ClusterRole",
        "name: %s, labels: {%s}".formatted(name, labels),
        "apiGroups: [''], resources: [%s], verbs: [get]".formatted(name));
  }
}
