package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.podWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Source;
import org.junit.jupiter.api.Test;

/** Service accounts and roles, where tools disagree. */
class AccountDecisionsTest {

  private static String account(String name, String more) {
    return """
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: %s, namespace: shop}
    %s
    """
        .formatted(name, more);
  }

  @Test
  void t36WhoDecidesAboutTheToken() {
    Scan scan = Scan.with("service-account-token-automounted", "default-service-account-used");
    String named = "serviceAccountName: web\n";
    String off = "automountServiceAccountToken: false\n";
    String mounted = "service-account-token-automounted: spec.automountServiceAccountToken";
    assertThat(scan.reports(podWith("{}", named))).containsExactly(mounted);
    assertThat(scan.reports(podWith("{}", named + off))).isEmpty();
    assertThat(scan.reports(podWith("{}", named) + account("web", off))).isEmpty();
    assertThat(
            scan.reports(
                podWith("{}", named + "automountServiceAccountToken: true\n")
                    + account("web", off)))
        .containsExactly(mounted);
    assertThat(scan.reports(podWith("{}", named) + account("web", ""))).containsExactly(mounted);
    assertThat(scan.reports(podWith("{}", "serviceAccount: web\n") + account("web", off)))
        .isEmpty();
    assertThat(scan.reports(podWith("{}", off))).isEmpty();
  }

  @Test
  void t37ObjectsThatAreNotInTheScan() {
    Scan scan = Scan.with("service-account-not-found");
    String pod = podWith("{}", "serviceAccountName: web\n");
    String missing = "service-account-not-found: spec.serviceAccountName";
    assertThat(scan.reports(pod)).containsExactly(missing);
    assertThat(scan.reports(pod + account("web", "").replace("shop", "other")))
        .containsExactly(missing);
    assertThat(scan.reports(pod + account("web", ""))).isEmpty();
    assertThat(scan.reports(podWith("{}"))).isEmpty();
    assertThat(
            scan.analyze(
                    Source.of("base/account.yaml", account("web", "")),
                    Source.of("overlay/pod.yaml", pod))
                .findings())
        .isEmpty();
    assertThat(Scan.with("service-account-token-automounted").messages(pod))
        .singleElement()
        .asString()
        .contains("which is not in the scan");
  }

  @Test
  void t39RolesAndBindings() {
    for (String kind : new String[] {"RoleBinding", "ClusterRoleBinding"}) {
      assertThat(
              Scan.with("default-service-account-bound")
                  .reports(
                      """
                      apiVersion: rbac.authorization.k8s.io/v1
                      kind: %s
                      metadata: {name: web}
                      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
                      subjects:
                        - {kind: ServiceAccount, name: web, namespace: shop}
                        - {kind: ServiceAccount, name: default, namespace: shop}
                        - {kind: User, name: default, apiGroup: rbac.authorization.k8s.io}
                      """
                          .formatted(kind)))
          .as(kind)
          .containsExactly("default-service-account-bound: subjects[1].name");
    }
    Scan roles = Scan.with("read-secrets-permission", "wildcard-in-role");
    String role =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: web}
        rules:
          - {apiGroups: [example.com], resources: [widgets], verbs: [get]}
          - {apiGroups: [""], resources: [pods, secrets], verbs: [get]}
          - {apiGroups: [example.com], resources: [widgets], verbs: ["*"]}
        """;
    String binding =
        """
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: web, namespace: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: web}
        """;
    String wildcard = "wildcard-in-role: rules[2].verbs[0]";
    assertThat(roles.reports(role))
        .containsExactly("read-secrets-permission: rules[1].resources[1]", wildcard);
    assertThat(roles.reports(role + binding)).containsExactly(wildcard);
  }
}
