package dev.seaworthy.rbac;

import static dev.seaworthy.rbac.RbacFixture.binding;
import static dev.seaworthy.rbac.RbacFixture.document;
import static dev.seaworthy.rbac.RbacFixture.graph;
import static dev.seaworthy.rbac.RbacFixture.resources;
import static dev.seaworthy.rbac.RbacFixture.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ScannedObjects;
import org.junit.jupiter.api.Test;

class RbacGraphTest {

  private static final String SECRETS = "apiGroups: [''], resources: [secrets], verbs: [get]";
  private static final String NODES = "apiGroups: [''], resources: [nodes], verbs: [get]";
  private static final String APP = "kind: ServiceAccount, name: app, namespace: prod";
  private static final Account PROD_APP = new Account("prod", "app");

  @Test
  void anAccountGetsTheRulesOfARoleInTheNamespaceOfItsBinding() {
    RbacGraph graph =
        graph(
            role("Role", "name: reader, namespace: data", SECRETS)
                + binding("RoleBinding", "name: b, namespace: data", "Role/reader", APP));

    assertThat(resources(graph.grants(PROD_APP))).containsExactly("secrets@data");
    assertThat(graph.grants(new Account("data", "app"))).isEmpty();
    assertThat(graph.grants(new Account("prod", "other"))).isEmpty();
  }

  @Test
  void aGrantSaysHowItCame() {
    RbacGraph graph =
        graph(
            role("ClusterRole", "name: reader", SECRETS)
                + binding("ClusterRoleBinding", "name: b", "ClusterRole/reader", APP));

    Grant grant = graph.grants(PROD_APP).get(0);

    assertThat(grant.isEverywhere()).isTrue();
    assertThat(grant.roleName()).isEqualTo("reader");
    assertThat(grant.role().orElseThrow()).hasToString("ClusterRole reader");
    assertThat(grant.binding()).hasToString("ClusterRoleBinding b");
    assertThat(grant.subject()).hasToString("subjects[0]");
    assertThat(grant.rule().field().orElseThrow()).hasToString("rules[0]");
  }

  @Test
  void aClusterRoleHoldsWhereItIsBound() {
    String role = role("ClusterRole", "name: reader", SECRETS);

    assertThat(
            resources(
                graph(role + binding("ClusterRoleBinding", "name: b", "ClusterRole/reader", APP))
                    .grants(PROD_APP)))
        .containsExactly("secrets");
    assertThat(
            resources(
                graph(
                        role
                            + binding(
                                "RoleBinding",
                                "name: b, namespace: data",
                                "ClusterRole/reader",
                                APP))
                    .grants(PROD_APP)))
        .containsExactly("secrets@data");
  }

  @Test
  void aRoleIsThatOfTheNamespaceOfItsBinding() {
    RbacGraph graph =
        graph(
            role("Role", "name: r, namespace: data", SECRETS)
                + role("Role", "name: r, namespace: prod", NODES)
                + binding("RoleBinding", "name: b, namespace: data", "Role/r", APP));

    assertThat(resources(graph.grants(PROD_APP))).containsExactly("secrets@data");
  }

  @Test
  void aRoleBindingCanLeaveOutTheNamespaceOfItsSubject() {
    String subject = "kind: ServiceAccount, name: app";
    String role = role("ClusterRole", "name: r", SECRETS);
    RbacGraph graph =
        graph(role + binding("RoleBinding", "name: b, namespace: prod", "ClusterRole/r", subject));

    assertThat(graph.grants(PROD_APP)).hasSize(1);
    assertThat(graph.grants(new Account("test", "app"))).isEmpty();
  }

  @Test
  void whatIsInNoNamespaceNeedsARoleThatHoldsEverywhere() {
    String role = role("ClusterRole", "name: r", NODES + ", resourceNames: []");
    RbacGraph inOne =
        graph(role + binding("RoleBinding", "name: b, namespace: prod", "ClusterRole/r", APP));
    RbacGraph everywhere =
        graph(role + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP));
    Access nodes = new Access("get", "", "nodes");

    assertThat(inOne.allowing(PROD_APP, nodes)).isEmpty();
    assertThat(everywhere.allowing(PROD_APP, nodes)).hasSize(1);
  }

  @Test
  void toBindAClusterRoleIsAllowedInANamespaceAndToEscalateOneIsNot() {
    RbacGraph graph =
        graph(
            role(
                    "ClusterRole",
                    "name: r",
                    "apiGroups: ['*'], resources: [clusterroles, namespaces], verbs: ['*']")
                + binding("RoleBinding", "name: b, namespace: prod", "ClusterRole/r", APP));
    String api = "rbac.authorization.k8s.io";

    assertThat(graph.allowing(PROD_APP, new Access("bind", api, "clusterroles"))).hasSize(1);
    assertThat(graph.allowing(PROD_APP, new Access("escalate", api, "clusterroles"))).isEmpty();
    assertThat(graph.allowing(PROD_APP, new Access("update", "", "namespaces"))).hasSize(1);
    assertThat(graph.allowing(PROD_APP, new Access("list", "", "namespaces"))).isEmpty();
  }

  @Test
  void pathsOfTheServerNeedARoleThatHoldsEverywhere() {
    String role = role("ClusterRole", "name: r", "nonResourceURLs: [/metrics], verbs: [get]");
    RbacGraph inOne =
        graph(role + binding("RoleBinding", "name: b, namespace: prod", "ClusterRole/r", APP));
    RbacGraph everywhere =
        graph(role + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP));

    assertThat(inOne.allowingUrl(PROD_APP, "get", "/metrics")).isEmpty();
    assertThat(everywhere.allowingUrl(PROD_APP, "get", "/metrics")).hasSize(1);
    assertThat(everywhere.allowingUrl(PROD_APP, "get", "/logs")).isEmpty();
  }

  @Test
  void namedObjectsAreToldFromAll() {
    RbacGraph graph =
        graph(
            role("ClusterRole", "name: r", SECRETS + ", resourceNames: [web]")
                + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP));
    Access get = new Access("get", "", "secrets");

    assertThat(graph.allowing(PROD_APP, get)).isEmpty();
    assertThat(graph.allowing(PROD_APP, get.named("web"))).hasSize(1);
    assertThat(graph.allowingSome(PROD_APP, get)).hasSize(1);
  }

  @Test
  void anAccountIsBoundAsTheUserOfItsFullName() {
    RbacGraph graph =
        graph(
            role("ClusterRole", "name: r", SECRETS)
                + binding(
                    "ClusterRoleBinding",
                    "name: b",
                    "ClusterRole/r",
                    "kind: User, name: 'system:serviceaccount:prod:app'"));

    assertThat(graph.grants(PROD_APP)).hasSize(1);
    assertThat(graph.grants(new Account("prod", "default"))).isEmpty();
  }

  @Test
  void otherUsersAreNoAccounts() {
    RbacGraph graph =
        graph(
            role("ClusterRole", "name: r", SECRETS)
                + binding("ClusterRoleBinding", "name: a", "ClusterRole/r", "kind: User, name: app")
                + binding(
                    "ClusterRoleBinding",
                    "name: b",
                    "ClusterRole/r",
                    "kind: User, name: 'system:serviceaccount:prod'"));

    assertThat(graph.grants(PROD_APP)).isEmpty();
  }

  @Test
  void groupsHoldAllAccountsOrThoseOfANamespace() {
    String role = role("ClusterRole", "name: r", SECRETS);
    Account other = new Account("test", "default");

    RbacGraph ofProd = graph(role + ofGroup("system:serviceaccounts:prod"));
    assertThat(ofProd.grants(PROD_APP)).hasSize(1);
    assertThat(ofProd.grants(other)).isEmpty();
    for (String all : new String[] {"system:serviceaccounts", "system:authenticated"}) {
      RbacGraph ofAll = graph(role + ofGroup(all));
      assertThat(ofAll.grants(PROD_APP)).as(all).hasSize(1);
      assertThat(ofAll.grants(other)).as(all).hasSize(1);
    }
    for (String none : new String[] {"system:unauthenticated", "system:masters", "prod"}) {
      assertThat(graph(role + ofGroup(none)).grants(PROD_APP)).as(none).isEmpty();
    }
  }

  @Test
  void aSubjectWithoutNameMeansNobody() {
    String role = role("ClusterRole", "name: r", SECRETS);
    for (String subject :
        new String[] {
          "kind: ServiceAccount, namespace: prod",
          "kind: ServiceAccount, namespace: prod, name: '*'",
          "kind: User, name: 'system:serviceaccount:prod:'",
          "kind: User, name: 'system:serviceaccount::app'",
          "kind: Group, name: 'system:serviceaccounts:'",
          "kind: Group",
          "name: app"
        }) {
      RbacGraph graph =
          graph(role + binding("ClusterRoleBinding", "name: b", "ClusterRole/r", subject));

      assertThat(graph.grants(PROD_APP)).as(subject).isEmpty();
      assertThat(graph.grants(new Account("", "app"))).as(subject).isEmpty();
    }
  }

  private static String ofGroup(String name) {
    return binding(
        "ClusterRoleBinding", "name: b", "ClusterRole/r", "kind: Group, name: '" + name + "'");
  }

  @Test
  void aBindingThatMeansAnAccountTwiceGivesItsRulesOnce() {
    RbacGraph graph =
        graph(
            role("ClusterRole", "name: r", SECRETS)
                + document(
                    "ClusterRoleBinding",
                    "name: b",
                    "roleRef: {kind: ClusterRole, name: r}\n"
                        + "subjects: [{kind: Group, name: 'system:serviceaccounts'}, {"
                        + APP
                        + "}]"));

    assertThat(graph.grants(PROD_APP)).hasSize(1);
    assertThat(graph.grants(PROD_APP).get(0).subject()).hasToString("subjects[1]");
  }

  @Test
  void itemsOfAListAreObjects() {
    RbacGraph graph =
        graph(
            """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: r, namespace: prod}
                rules: [{apiGroups: [''], resources: [secrets], verbs: [get]}]
              - apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: b, namespace: prod}
                roleRef: {kind: Role, name: r}
                subjects: [{kind: ServiceAccount, name: app}]
            """);

    assertThat(resources(graph.grants(PROD_APP))).containsExactly("secrets@prod");
  }

  @Test
  void objectsOfARenderingJoinThoseOfTheRepository() {
    ScannedObjects repository =
        new RbacFixture()
            .file("roles.yaml", role("ClusterRole", "name: r", SECRETS))
            .file("b.yaml", binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP))
            .scanned();
    String rendered =
        role("Role", "name: own, namespace: prod", NODES)
            + binding("RoleBinding", "name: own, namespace: prod", "Role/own", APP)
            + binding("RoleBinding", "name: r, namespace: prod", "ClusterRole/r", APP);
    ScannedObjects both = repository.with(RbacFixture.objects("chart/templates/r.yaml", rendered));

    assertThat(resources(RbacGraph.of(both).grants(PROD_APP)))
        .containsExactly("secrets", "nodes@prod", "secrets@prod");
    assertThat(resources(RbacGraph.of(repository).grants(PROD_APP))).containsExactly("secrets");
  }

  @Test
  void ofSeveralRolesOfANameTheNearestIsMeant() {
    RbacGraph graph =
        new RbacFixture()
            .file("a/role.yaml", role("ClusterRole", "name: r", SECRETS))
            .file("b/role.yaml", role("ClusterRole", "name: r", NODES))
            .file("b/b.yaml", binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP))
            .graph();

    assertThat(resources(graph.grants(PROD_APP))).containsExactly("nodes");
  }

  @Test
  void rolesThatCannotBeToldApartAllCount() {
    RbacFixture fixture =
        new RbacFixture()
            .file("a/role.yaml", role("ClusterRole", "name: r", SECRETS))
            .file("b/role.yaml", role("ClusterRole", "name: r", NODES))
            .file("c/b.yaml", binding("ClusterRoleBinding", "name: b", "ClusterRole/r", APP));

    assertThat(resources(fixture.graph().grants(PROD_APP))).containsExactly("secrets", "nodes");
    assertThat(fixture.graph().roles(fixture.object("ClusterRoleBinding", "b"))).hasSize(2);
  }

  @Test
  void isMadeOncePerScan() {
    ScannedObjects scanned = new RbacFixture().scanned();

    assertThat(RbacGraph.of(scanned)).isSameAs(RbacGraph.of(scanned));
  }
}
