package dev.seaworthy.rules.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodSecurityAdmissionTest {

  private final RuleTester rule = RuleTester.of(new PodSecurityAdmission());

  @Test
  void saysThatPodsAreRefusedAndByWhichChecks() {
    rule.check(
        namespace("enforce: baseline")
            + """
            apiVersion: v1
            kind: Pod
            metadata: {name: tool, namespace: prod}
            spec:
              #! namespace 'prod' refuses this pod: it violates 'baseline:latest' by hostNamespaces
              hostPID: true
              containers: [{name: app}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: prod}
            spec:
              template:
                spec:
                  containers:
                    - name: app
                      ports:
                        #! refuses the pods of this Deployment: they violate 'baseline:latest' by hostPorts, privileged
                        - hostPort: 80
                      securityContext:
                        privileged: true
            """);
  }

  @Test
  void leavesPodsAloneThatAreAdmitted() {
    rule.check(
        namespace("enforce: baseline")
            + """
            apiVersion: v1
            kind: Pod
            metadata: {namespace: prod}
            spec: {containers: [{name: app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: other}
            spec: {hostPID: true, containers: [{name: app}]}
            ---
            apiVersion: v1
            kind: Pod
            spec: {hostPID: true, containers: [{name: app}]}
            """);
  }

  @Test
  void pointsAtTheLabelAndAtEachOffence() {
    List<Finding> findings =
        rule.findings(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: prod
              labels:
                pod-security.kubernetes.io/enforce: baseline
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: prod}
            spec:
              hostPID: true
              containers:
                - name: app
                  securityContext:
                    privileged: true
            """);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.path()).isEqualTo("spec.hostPID");
              assertThat(finding.related())
                  .extracting(place -> place.location() + " " + place.message())
                  .containsExactly(
                      "test.yaml:6:41 the namespace says so here",
                      "test.yaml:12:12 host namespaces (pod must not set to true: 'hostPID')",
                      "test.yaml:16:21 privileged (container 'app' must not set"
                          + " securityContext.privileged=true)");
            });
  }

  @Test
  void warnsAndRecordsWhereNothingIsRefused() {
    rule.check(
        namespace("enforce: baseline, warn: restricted")
            + """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: prod}
            spec:
              template:
                spec:
                  #! namespace 'prod' warns about the pods of this Deployment: they violate 'restricted:latest' by
                  containers: [{name: app}]
            """);
    rule.check(
        namespace("audit: baseline")
            + """
            apiVersion: v1
            kind: Pod
            metadata: {namespace: prod}
            spec:
              hostIPC: true #! records this pod in the audit log: it violates 'baseline:latest' by
              containers: [{name: app}]
            """);
  }

  @Test
  void warningsAreForTheKindsThatTheServerLooksAt() {
    String rollout =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: {name: web, namespace: prod}
        spec:
          template:
            spec:
              hostIPC: true
              containers: [{name: app}]
        """;
    rule.check(namespace("warn: baseline") + rollout);
    rule.check(
        namespace("enforce: baseline")
            + rollout.replace("true", "true #! refuses the pods of this Rollout"));
  }

  @Test
  void aLevelThatIsNoneEnforcesRestricted() {
    rule.check(
        namespace("enforce: strict")
            + """
            apiVersion: v1
            kind: Pod
            metadata: {namespace: prod}
            spec: {containers: [{name: app}]} #! 'restricted:latest'
            """);
  }

  @Test
  void noClusterJudgesByAPolicyNewerThanItself() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {namespace: prod}
        spec:
          containers:
            - name: app
              livenessProbe:
                httpGet:
                  host: localhost%s
        """;
    String found = " #! 'baseline:latest' by hostProbesAndHostLifecycle";
    rule.check(namespace("enforce: baseline") + pod.formatted(found));
    rule.on(ClusterProfile.of(new KubernetesVersion(1, 33)))
        .check(namespace("enforce: baseline") + pod.formatted(""));
  }

  private static String namespace(String labels) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: prod, labels: {%s}}
    ---
    """
        .formatted(labels.replaceAll("(\\w+):", "pod-security.kubernetes.io/$1:"));
  }
}
