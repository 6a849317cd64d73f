package dev.seaworthy.rbac;

import static dev.seaworthy.rbac.RbacFixture.binding;
import static dev.seaworthy.rbac.RbacFixture.resources;
import static dev.seaworthy.rbac.RbacFixture.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;
import org.junit.jupiter.api.Test;

/** Manifests that leave their namespace to whoever applies them. */
class RbacOpenNamespaceTest {

  private static final String ROLE =
      role("ClusterRole", "name: r", "apiGroups: [''], resources: [secrets], verbs: [get]");
  private static final String SUBJECT = "kind: ServiceAccount, name: app";

  private final RbacFixture fixture = new RbacFixture().file("roles.yaml", ROLE);

  @Test
  void aPodAndABindingOfOneFolderBelongTogether() {
    fixture.file("a/b.yaml", binding("RoleBinding", "name: b", "ClusterRole/r", SUBJECT));

    assertThat(resources(fixture.graph().grants(account("a/pod.yaml", "name: p"))))
        .containsExactly("secrets@");
    assertThat(fixture.graph().grants(account("b/pod.yaml", "name: p"))).isEmpty();
  }

  @Test
  void aPodWithoutNamespaceIsMeantByASubjectWithOneBesideIt() {
    fixture.file(
        "a/b.yaml",
        binding("ClusterRoleBinding", "name: b", "ClusterRole/r", SUBJECT + ", namespace: prod"));

    assertThat(fixture.graph().grants(account("a/pod.yaml", "name: p"))).hasSize(1);
    assertThat(fixture.graph().grants(account("b/pod.yaml", "name: p"))).isEmpty();
  }

  @Test
  void aPodWithANamespaceIsMeantByASubjectWithoutOneBesideIt() {
    fixture.file("a/b.yaml", binding("RoleBinding", "name: b", "ClusterRole/r", SUBJECT));

    assertThat(fixture.graph().grants(account("a/pod.yaml", "name: p, namespace: prod")))
        .hasSize(1);
    assertThat(fixture.graph().grants(account("b/pod.yaml", "name: p, namespace: prod"))).isEmpty();
  }

  @Test
  void namespacesThatAreNamedDecideWhereverTheFilesLie() {
    fixture.file(
        "a/b.yaml", binding("RoleBinding", "name: b, namespace: prod", "ClusterRole/r", SUBJECT));

    assertThat(fixture.graph().grants(account("b/pod.yaml", "name: p, namespace: prod")))
        .hasSize(1);
    assertThat(fixture.graph().grants(account("a/pod.yaml", "name: p, namespace: test"))).isEmpty();
  }

  @Test
  void theGroupOfANamespaceHoldsTheOpenOneOfItsFolder() {
    fixture.file(
        "a/b.yaml",
        binding(
            "ClusterRoleBinding",
            "name: b",
            "ClusterRole/r",
            "kind: Group, name: 'system:serviceaccounts:prod'"));

    assertThat(fixture.graph().grants(account("a/pod.yaml", "name: p"))).hasSize(1);
    assertThat(fixture.graph().grants(account("b/pod.yaml", "name: p"))).isEmpty();
  }

  @Test
  void theTemplatesOfAChartBelongTogether() {
    fixture.file(
        "charts/web/templates/rbac/b.yaml",
        binding("RoleBinding", "name: b", "ClusterRole/r", SUBJECT));

    assertThat(fixture.graph().grants(account("charts/web/templates/pod.yaml", "name: p")))
        .hasSize(1);
    assertThat(fixture.graph().grants(account("charts/db/templates/pod.yaml", "name: p")))
        .isEmpty();
  }

  @Test
  void aRoleOfAnOpenNamespaceIsThatOfTheSameFolder() {
    fixture
        .file("a/role.yaml", role("Role", "name: o", "apiGroups: [''], resources: [pods]"))
        .file("b/role.yaml", role("Role", "name: o", "apiGroups: [''], resources: [nodes]"))
        .file("a/b.yaml", binding("RoleBinding", "name: b", "Role/o", SUBJECT));

    assertThat(resources(fixture.graph().grants(account("a/pod.yaml", "name: p"))))
        .containsExactly("pods@");
  }

  @Test
  void aPodRunsAsTheAccountThatItNames() {
    assertThat(account("a/pod.yaml", "name: p")).isEqualTo(new Account("", "app", "a/"));
    assertThat(Account.of(pod("pod.yaml", "name: p, namespace: prod", "serviceAccount: old")))
        .isEqualTo(new Account("prod", "old"))
        .hasToString("prod/old");
    assertThat(Account.of(pod("pod.yaml", "name: p", "restartPolicy: Never")))
        .isEqualTo(new Account("", "default"))
        .hasToString("default");
  }

  private static Account account(String file, String metadata) {
    return Account.of(pod(file, metadata, "serviceAccountName: app"));
  }

  private static Workload pod(String file, String metadata, String spec) {
    KubernetesObject pod =
        RbacFixture.objects(
                file,
                "{apiVersion: v1, kind: Pod, metadata: {%s}, spec: {%s, containers: [{name: c}]}}"
                    .formatted(metadata, spec))
            .get(0);
    return pod.workloads().get(0);
  }
}
