package dev.seaworthy.rules.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NodeTakeoverTest {

  private static final String PRIVILEGED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        automountServiceAccountToken: false
        containers:
          - name: app
            image: app
            securityContext:
              privileged: true #! workload takes the node in 2 steps: container 'app' runs privileged; first, set 'privileged' to 'false'
      """;

  private final RuleTester rule = RuleTester.of(new NodeTakeover());

  @Test
  void oneFindingStandsAtTheChangeToStartWith() {
    rule.check(PRIVILEGED);
  }

  @Test
  void eachStepIsARelatedPlaceInOrder() {
    Finding finding = rule.findings(PRIVILEGED).get(0);

    assertThat(finding.container()).contains("app");
    assertThat(finding.related())
        .extracting(place -> place.step(), place -> place.location().span().start().line())
        .containsExactly(tuple(OptionalInt.of(1), 9), tuple(OptionalInt.of(2), 10));
    assertThat(finding.related().get(0).message())
        .isEqualTo(
            "step 1 of 2: the container runs as root: container 'app' runs as the image's user,"
                + " which may be root, assuming that the image runs as root where the manifest"
                + " does not keep it from doing so");
    assertThat(finding.related().get(1).message())
        .isEqualTo(
            "step 2 of 2: root in a privileged container mounts the node's disks: container"
                + " 'app' runs privileged");
  }

  @Test
  void otherFieldsOfAStepArePartOfIt() {
    List<Finding> findings =
        rule.findings(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              automountServiceAccountToken: false
              containers:
                - name: app
                  image: app
                  securityContext: {runAsUser: 0}
                  volumeMounts:
                    - {name: host, mountPath: /host}
              volumes:
                - name: host
                  hostPath: {path: /}
            """);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).related())
        .filteredOn(place -> place.message().equals("step 1 of 1: together with this"))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place.step()).hasValue(1));
  }

  @Test
  void otherChangesOfTheCutAreRelatedPlacesBehindTheSteps() {
    Finding finding =
        rule.findings(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  automountServiceAccountToken: false
                  hostPID: false
                  containers:
                    - name: one
                      image: app
                      securityContext:
                        privileged: true
                    - name: other
                      image: app
                      securityContext:
                        privileged: true
                """)
            .get(0);

    assertThat(finding.location().span().start().line()).isEqualTo(11);
    assertThat(finding.related())
        .last()
        .satisfies(
            place -> {
              assertThat(place.message()).isEqualTo("to stop it, set 'privileged' to 'false'");
              assertThat(place.step()).isEmpty();
              assertThat(place.location().span().start().line()).isEqualTo(15);
            });
  }

  @Test
  void whatTakesTheClusterOrLessIsNotItsMatter() {
    rule.check(
        PRIVILEGED.replaceAll(" #!.*", "").replace("privileged: true", "runAsUser: 0")
            + """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: admin}
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
            subjects: [{kind: ServiceAccount, name: admin, namespace: default}]
            """);
  }
}
