package dev.seaworthy.rbac;

import static dev.seaworthy.rbac.RbacFixture.graph;
import static dev.seaworthy.rbac.RbacFixture.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The roles that every cluster has. */
class RbacBuiltInRolesTest {

  private static final Account ACCOUNT = new Account("prod", "app");
  private static final String RBAC = "rbac.authorization.k8s.io";

  @Test
  void everyRoleHasRulesOrIsMadeOfSome() {
    RoleIndex roles = new RoleIndex(Optional.empty(), ScannedObjects.NONE);

    assertThat(BuiltInRoles.CLUSTER).hasSizeGreaterThan(25);
    BuiltInRoles.CLUSTER.forEach(
        (name, role) -> {
          assertThat(roles.parts(role, binding(name)))
              .as(name)
              .flatMap(KnownRole::rules)
              .isNotEmpty()
              .allSatisfy(
                  rule -> {
                    assertThat(rule.verbs()).isNotEmpty();
                    assertThat(rule.apiGroups().isEmpty())
                        .isEqualTo(rule.resources().isEmpty())
                        .isNotEqualTo(rule.nonResourceUrls().isEmpty());
                  });
        });
  }

  private static KubernetesObject binding(String role) {
    return RbacFixture.objects("b.yaml", bound("ClusterRoleBinding", role)).get(0);
  }

  @Test
  void theirRulesComeInTheOrderOfTheFacts() {
    assertThat(List.copyOf(BuiltInRoles.CLUSTER.keySet())).isSorted();
    assertThat(graph(bound("RoleBinding", "admin")).grants(ACCOUNT).get(0).rule().resources())
        .containsExactly("localsubjectaccessreviews");
  }

  @Test
  void aClusterAdminMayDoAnything() {
    assertThat(allows("cluster-admin", "delete", "", "nodes")).isTrue();
    assertThat(allows("cluster-admin", "escalate", RBAC, "clusterroles")).isTrue();
    assertThat(allows("cluster-admin", "patch", "example.org", "widgets")).isTrue();
    assertThat(
            graph(bound("ClusterRoleBinding", "cluster-admin"))
                .allowingUrl(ACCOUNT, "get", "/logs/"))
        .hasSize(1);
  }

  @Test
  void viewLeavesSecretsOut() {
    assertThat(allows("view", "list", "", "configmaps")).isTrue();
    assertThat(allows("view", "get", "", "pods/log")).isTrue();
    assertThat(allows("view", "get", "", "secrets")).isFalse();
    assertThat(allows("view", "create", "", "pods")).isFalse();
    assertThat(allows("view", "get", RBAC, "roles")).isFalse();
  }

  @Test
  void editIsViewAndMore() {
    assertThat(allows("edit", "list", "", "configmaps")).isTrue();
    assertThat(allows("edit", "get", "", "secrets")).isTrue();
    assertThat(allows("edit", "create", "", "pods/exec")).isTrue();
    assertThat(allows("edit", "impersonate", "", "serviceaccounts")).isTrue();
    assertThat(allows("edit", "create", "", "serviceaccounts/token")).isTrue();
    assertThat(allows("edit", "create", RBAC, "rolebindings")).isFalse();
    assertThat(allows("edit", "get", "", "nodes")).isFalse();
    assertThat(allows("edit", "create", "", "endpoints")).isFalse();
  }

  @Test
  void adminIsEditAndMore() {
    assertThat(allows("admin", "get", "", "secrets")).isTrue();
    assertThat(allows("admin", "create", RBAC, "rolebindings")).isTrue();
    assertThat(allows("admin", "create", RBAC, "clusterrolebindings")).isFalse();
    assertThat(allows("admin", "escalate", RBAC, "roles")).isFalse();
    assertThat(allows("admin", "update", "", "resourcequotas")).isFalse();
  }

  @Test
  void theRolesOfComponentsAreKnown() {
    assertThat(allows("system:node", "list", "", "secrets")).isTrue();
    assertThat(allows("system:node", "create", "", "pods/exec")).isFalse();
    assertThat(allows("system:kube-controller-manager", "list", "example.org", "widgets")).isTrue();
    assertThat(allows("system:kube-controller-manager", "create", "", "pods")).isFalse();
    assertThat(allows("system:auth-delegator", "create", "authentication.k8s.io", "tokenreviews"))
        .isTrue();
    assertThat(allows("system:node-proxier", "watch", "discovery.k8s.io", "endpointslices"))
        .isTrue();
    assertThat(allows("system:kubelet-api-admin", "create", "", "nodes/proxy")).isTrue();
    assertThat(allows("system:basic-user", "get", "", "secrets")).isFalse();
  }

  @Test
  void theRolesOfSystemNamespacesAreKnownThereAlone() {
    String role = "Role/extension-apiserver-authentication-reader";
    String subject = "kind: ServiceAccount, name: app, namespace: prod";
    RbacGraph there =
        graph(RbacFixture.binding("RoleBinding", "name: b, namespace: kube-system", role, subject));
    RbacGraph elsewhere =
        graph(RbacFixture.binding("RoleBinding", "name: b, namespace: prod", role, subject));
    Access get = new Access("get", "", "configmaps");

    assertThat(there.allowing(ACCOUNT, get.named("extension-apiserver-authentication"))).hasSize(1);
    assertThat(there.allowing(ACCOUNT, get)).isEmpty();
    assertThat(there.missing()).isEmpty();
    assertThat(elsewhere.grants(ACCOUNT)).isEmpty();
    assertThat(elsewhere.missing()).hasSize(1);
  }

  @Test
  void aGrantOfABuiltInRoleHasNoObject() {
    Grant grant = graph(bound("ClusterRoleBinding", "edit")).grants(ACCOUNT).get(0);

    assertThat(grant.role()).isEmpty();
    assertThat(grant.roleName()).isEqualTo("edit");
    assertThat(grant.rule().field()).isEmpty();
  }

  @Test
  void aScannedRoleWithTheirLabelAddsToThem() {
    String part =
        role(
            "ClusterRole",
            "name: widgets, labels: {rbac.authorization.k8s.io/aggregate-to-view: 'true'}",
            "apiGroups: [example.org], resources: [widgets], verbs: [get]");
    Access widgets = new Access("get", "example.org", "widgets");

    for (String name : new String[] {"view", "edit", "admin"}) {
      RbacGraph graph = graph(part + bound("RoleBinding", name));
      assertThat(graph.allowing(ACCOUNT, widgets)).as(name).hasSize(1);
    }
    assertThat(graph(part + bound("RoleBinding", "system:node")).allowing(ACCOUNT, widgets))
        .isEmpty();
  }

  @Test
  void theServerAddsWhatAScannedOneOfTheirNameLacks() {
    String own = "apiGroups: [''], resources: [nodes], verbs: [get]";
    Access pods = new Access("list", "", "services");
    RbacGraph completed =
        graph(
            role("ClusterRole", "name: 'system:node-proxier'", own)
                + bound("ClusterRoleBinding", "system:node-proxier"));
    RbacGraph kept =
        graph(
            role(
                    "ClusterRole",
                    "name: 'system:node-proxier', annotations:"
                        + " {rbac.authorization.kubernetes.io/autoupdate: 'false'}",
                    own)
                + bound("ClusterRoleBinding", "system:node-proxier"));

    assertThat(completed.allowing(ACCOUNT, pods)).isNotEmpty();
    assertThat(kept.allowing(ACCOUNT, pods)).isEmpty();
    assertThat(kept.grants(ACCOUNT)).hasSize(1);
  }

  private static boolean allows(String role, String verb, String group, String resource) {
    return !graph(bound("ClusterRoleBinding", role))
        .allowing(ACCOUNT, new Access(verb, group, resource))
        .isEmpty();
  }

  private static String bound(String kind, String role) {
    return RbacFixture.binding(
        kind,
        "name: b, namespace: prod",
        "ClusterRole/" + role,
        "kind: ServiceAccount, name: app, namespace: prod");
  }
}
