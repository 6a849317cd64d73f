package dev.seaworthy.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.Source;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class UidSharedBetweenWorkloadsTest {

  private final RuleTester rule = RuleTester.of(new UidSharedBetweenWorkloads());

  @Test
  void flagsEachWorkloadOnceForAPlace() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          securityContext:
            runAsUser: 1000 #! user 1000 of container 'x' and container 'y' is also that of 'Pod b' and 1 more
          containers: [{name: x}, {name: y}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: b}
        spec:
          containers:
            - name: x
              securityContext: {runAsUser: 1000} #! user 1000 of container 'x' is also that of 'Pod a' and 1 more
            - name: y
              securityContext: {runAsUser: 2000}
            - name: z
              securityContext: {runAsUser: 2000}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: c, namespace: other}
        spec:
          jobTemplate:
            spec:
              template:
                spec:
                  securityContext:
                    runAsUser: 1000 #! user 1000 of container 'x' is also that of 'Pod a' and 1 more
                  containers: [{name: x}, {name: root, securityContext: {runAsUser: 0}}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: d}
        spec:
          containers: [{name: image}, {name: root, securityContext: {runAsUser: 0}}]
        """);
  }

  @Test
  void theOtherMayBeInAnotherFile() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec:
          containers: [{name: app, securityContext: {runAsUser: 1000}}]
        """;
    assertThat(
            findings(
                    Source.of("a.yaml", pod.formatted("a")),
                    Source.of("b.yaml", pod.formatted("b")))
                .stream()
                .map(
                    finding -> finding.location() + " with " + finding.related().get(0).location()))
        .containsExactly("a.yaml:5:57 with b.yaml:5:57", "b.yaml:5:57 with a.yaml:5:57");
  }

  @Test
  void theSameWorkloadTwiceIsOne() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers: [{name: app, securityContext: {runAsUser: 1000}}]
        """;
    assertThat(findings(Source.of("staging/web.yaml", pod), Source.of("prod/web.yaml", pod)))
        .isEmpty();
  }

  @Test
  void aPatchIsNoOtherWorkload() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec:
          containers: [{name: app, securityContext: {runAsUser: 1000}}]
        """;
    assertThat(
            findings(
                Source.of("kustomization.yaml", "patches: [{path: patch.yaml}]"),
                Source.of("patch.yaml", pod.formatted("any")),
                Source.of("web.yaml", pod.formatted("web"))))
        .isEmpty();
  }

  @Test
  void usersInNamespacesAndOnWindowsAreOthers() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          hostUsers: false
          securityContext: {runAsUser: 1000}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: b}
        spec:
          os: {name: windows}
          securityContext: {runAsUser: 1000}
          containers: [{name: app}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: c}
        spec:
          securityContext: {runAsUser: 1000}
          containers: [{name: app}]
        """;
    rule.check(yaml);
    RuleTester old = rule.on(ClusterProfile.of(new KubernetesVersion(1, 30)));
    assertThat(old.findings(yaml)).hasSize(2);
  }

  private static List<Finding> findings(Source... sources) {
    return Analyzer.builder()
        .rules(List.of(new UidSharedBetweenWorkloads()))
        .selection(RuleSelection.of(Profile.ALL))
        .build()
        .analyze(sources)
        .findings();
  }
}
