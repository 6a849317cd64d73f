package dev.seaworthy.rbac;

import static dev.seaworthy.rbac.RbacFixture.binding;
import static dev.seaworthy.rbac.RbacFixture.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not in the scan is said, not guessed. */
class RbacMissingRolesTest {

  private static final String APP = "kind: ServiceAccount, name: app, namespace: prod";
  private static final String RULE = "apiGroups: [''], resources: [secrets], verbs: [get]";
  private static final Account ACCOUNT = new Account("prod", "app");

  @Test
  void aRoleThatIsNowhereIsMissing() {
    assertThat(
            missing(binding("ClusterRoleBinding", "name: b", "ClusterRole/operator-manager", APP)))
        .containsExactly("ClusterRole operator-manager");
  }

  @Test
  void aScannedRoleIsNot() {
    assertThat(
            missing(
                role("ClusterRole", "name: r", RULE)
                    + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP)))
        .isEmpty();
  }

  @Test
  void aBuiltInRoleIsNot() {
    assertThat(missing(binding("ClusterRoleBinding", "name: b", "ClusterRole/view", APP)))
        .isEmpty();
  }

  @Test
  void aRoleOfAnotherNamespaceDoesNotCount() {
    String role = role("Role", "name: r, namespace: test", RULE);

    assertThat(missing(role + binding("RoleBinding", "name: b, namespace: prod", "Role/r", APP)))
        .containsExactly("Role r");
    assertThat(missing(role + binding("RoleBinding", "name: b, namespace: test", "Role/r", APP)))
        .isEmpty();
  }

  @Test
  void aRoleAndAClusterRoleOfOneNameAreTwo() {
    assertThat(
            missing(
                role("Role", "name: r, namespace: prod", RULE)
                    + binding("RoleBinding", "name: b, namespace: prod", "ClusterRole/r", APP)))
        .containsExactly("ClusterRole r");
  }

  @Test
  void aRoleCannotBeBoundEverywhere() {
    assertThat(
            missing(
                role("Role", "name: r", RULE)
                    + binding("ClusterRoleBinding", "name: b", "Role/r", APP)))
        .containsExactly("Role r");
  }

  @Test
  void whatAnAccountLacksIsToldByItself() {
    RbacFixture fixture =
        new RbacFixture()
            .file(
                "b.yaml",
                binding("ClusterRoleBinding", "name: a", "ClusterRole/gone", APP)
                    + binding("ClusterRoleBinding", "name: b", "ClusterRole/view", APP)
                    + binding(
                        "ClusterRoleBinding",
                        "name: c",
                        "ClusterRole/lost",
                        "kind: User, name: u"));
    RbacGraph graph = fixture.graph();

    assertThat(graph.missing(ACCOUNT)).extracting(MissingRole::name).containsExactly("gone");
    assertThat(graph.missing()).extracting(MissingRole::name).containsExactly("gone", "lost");
    assertThat(graph.missing(fixture.object("ClusterRoleBinding", "a"))).isPresent();
    assertThat(graph.missing(fixture.object("ClusterRoleBinding", "b"))).isEmpty();
  }

  @Test
  void aRenderingCanBringTheRole() {
    ScannedObjects repository =
        new RbacFixture()
            .file("b.yaml", binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP))
            .scanned();
    ScannedObjects both =
        repository.with(
            RbacFixture.objects("chart/templates/r.yaml", role("ClusterRole", "name: r", RULE)));

    assertThat(RbacGraph.of(repository).missing()).hasSize(1);
    assertThat(RbacGraph.of(both).missing()).isEmpty();
  }

  /** Rules see another view of an object than the one that was looked up before. */
  @Test
  void anotherViewOfABindingWillDo() {
    String yaml =
        role("ClusterRole", "name: r", RULE)
            + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP);
    KubernetesObject again = RbacFixture.objects("rbac.yaml", yaml).get(1);
    RbacGraph graph = RbacFixture.graph(yaml);

    assertThat(graph.missing(again)).isEmpty();
    assertThat(graph.rules(again)).hasSize(1);
    assertThat(graph.roles(again)).hasSize(1);
  }

  @Test
  void aBindingWithoutRoleGivesNothing() {
    String broken =
        RbacFixture.document("ClusterRoleBinding", "name: b", "subjects: [{" + APP + "}]");
    RbacGraph graph = RbacFixture.graph(broken);

    assertThat(graph.grants(ACCOUNT)).isEmpty();
    assertThat(graph.missing(ACCOUNT)).containsExactly(graph.missing().get(0));
  }

  private static List<String> missing(String yaml) {
    return RbacFixture.graph(yaml).missing(ACCOUNT).stream()
        .map(role -> role.kind() + " " + role.name())
        .toList();
  }
}
