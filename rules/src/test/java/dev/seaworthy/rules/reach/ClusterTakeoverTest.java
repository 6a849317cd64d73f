package dev.seaworthy.rules.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;

class ClusterTakeoverTest {

  private static final String ADMINISTRATOR =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: admin, namespace: prod}
      spec:
        serviceAccountName: admin
        containers:
          - name: app
            image: app
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: admin}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects:
        - {kind: ServiceAccount, name: admin, namespace: prod}
      """;

  private final RuleTester rule = RuleTester.of(new ClusterTakeover());

  @Test
  void namesTheAccountAndTheRole() {
    assertThat(rule.findings(ADMINISTRATOR))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .startsWith(
            "workload takes the cluster in 2 steps: service account 'prod/admin' may do anything"
                + " in the whole cluster by ClusterRole 'cluster-admin'; first, ");
  }

  @Test
  void aChangeOfAnotherObjectStandsAtTheNameOfTheAccount() {
    Finding finding = rule.findings(ADMINISTRATOR).get(0);

    assertThat(finding.path()).isEqualTo("spec.serviceAccountName");
    assertThat(finding.location()).hasToString("test.yaml:5:3");
    assertThat(finding.related())
        .last()
        .satisfies(
            place -> {
              assertThat(place.message()).startsWith("to stop it, ");
              assertThat(place.step()).isEmpty();
              assertThat(place.location().span().start().line()).isGreaterThan(9);
            });
  }

  @Test
  void andSoByTheDeprecatedField() {
    Finding finding =
        rule.findings(ADMINISTRATOR.replace("serviceAccountName: admin", "serviceAccount: admin"))
            .get(0);

    assertThat(finding.path()).isEqualTo("spec.serviceAccount");
  }

  @Test
  void anAccountWithoutRightsOrWithoutATokenLeadsNowhere() {
    rule.check(ADMINISTRATOR.replace("name: admin, namespace: prod}\n", "name: x}\n"));
    rule.check(
        ADMINISTRATOR.replace("containers:", "automountServiceAccountToken: false\n  containers:"));
  }
}
