package dev.seaworthy.rbac;

import static dev.seaworthy.rbac.RbacFixture.binding;
import static dev.seaworthy.rbac.RbacFixture.document;
import static dev.seaworthy.rbac.RbacFixture.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.model.ReadBudget;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large input is answered right, and work that is asked for too often ends. */
class RbacSizeTest {

  private static final String APP = "kind: ServiceAccount, name: app, namespace: prod";
  private static final Account ACCOUNT = new Account("prod", "app");
  private static final String RULE = "apiGroups: [''], resources: [secrets], verbs: [get]";

  @Test
  void aRoleWithManyRules() {
    String rules =
        repeat(
            5_000, "- {apiGroups: [''], resources: [pods], resourceNames: [p%d], verbs: [get]}\n");
    RbacGraph graph =
        RbacFixture.graph(
            document("ClusterRole", "name: r", "rules:\n" + rules)
                + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP));
    Access get = new Access("get", "", "pods");

    assertThat(graph.grants(ACCOUNT)).hasSize(5_000);
    assertThat(graph.allowing(ACCOUNT, get.named("p4999"))).hasSize(1);
    assertThat(graph.allowing(ACCOUNT, get.named("p5000"))).isEmpty();
    assertThat(graph.allowing(ACCOUNT, get)).isEmpty();
  }

  @Test
  void aBindingWithManySubjects() {
    String subjects = repeat(1_000, "- {kind: ServiceAccount, name: a%d, namespace: prod}\n");
    RbacGraph graph =
        RbacFixture.graph(
            role("ClusterRole", "name: r", RULE)
                + document(
                    "ClusterRoleBinding",
                    "name: b",
                    "roleRef: {kind: ClusterRole, name: r}\nsubjects:\n" + subjects));

    assertThat(graph.grants(new Account("prod", "a999")).get(0).subject())
        .hasToString("subjects[999]");
    assertThat(graph.grants(new Account("prod", "a1000"))).isEmpty();
  }

  @Test
  void manyBindings() {
    String bindings =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    binding(
                        "RoleBinding",
                        "name: b%d, namespace: n%d".formatted(i, i % 100),
                        "ClusterRole/r",
                        "kind: ServiceAccount, name: a%d".formatted(i)))
            .collect(Collectors.joining());
    RbacGraph graph =
        new RbacFixture()
            .file("role.yaml", role("ClusterRole", "name: r", RULE))
            .file("bindings.yaml", bindings)
            .graph();

    assertThat(RbacFixture.resources(graph.grants(new Account("n99", "a9999"))))
        .containsExactly("secrets@n99");
    assertThat(graph.grants(new Account("n98", "a9999"))).isEmpty();
    assertThat(graph.missing()).isEmpty();
  }

  @Test
  void aCycleOfManyAggregatedRoles() {
    String roles =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    document(
                        "ClusterRole",
                        "name: r%d, labels: {l%d: ''}".formatted(i, i),
                        "aggregationRule: {clusterRoleSelectors: [{matchLabels: {l%d: ''}}]}"
                            .formatted((i + 1) % 1_000)))
            .collect(Collectors.joining());
    RbacGraph graph =
        RbacFixture.graph(
            roles
                + role("ClusterRole", "name: leaf, labels: {l500: ''}", RULE)
                + binding("ClusterRoleBinding", "name: b", "ClusterRole/r0", APP));

    assertThat(RbacFixture.resources(graph.grants(ACCOUNT))).containsExactly("secrets");
  }

  @Test
  void toAskIsPaidByTheOneWhoAsksHoweverOftenOthersHave() {
    String rules = repeat(1_000, "- {apiGroups: [''], resources: [r%d], verbs: [get]}\n");
    RbacFixture fixture =
        new RbacFixture()
            .file(
                "rbac.yaml",
                document("ClusterRole", "name: r", "rules:\n" + rules)
                    + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP));

    ReadBudget.limit(1_100, () -> assertThat(fixture.graph().grants(ACCOUNT)).hasSize(1_000));
    assertThatThrownBy(() -> ReadBudget.limit(900, () -> fixture.graph().grants(ACCOUNT)))
        .isInstanceOf(ReadBudget.ExhaustedException.class);
  }

  private static String repeat(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }
}
