package dev.seaworthy.rules.invalid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for all rules on what is refused in pods, names and ports of services. */
class WholePodRuleTest {

  private static final List<Rule> RULES =
      JavaRules.all().stream()
          .filter(rule -> rule.metadata().category().equals("invalid"))
          .filter(rule -> !(rule instanceof WholeObjectRule))
          .toList();

  private static final String WRONG =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: Web}
      spec:
        selector: {}
        template:
          spec:
            os: {name: windows}
            restartPolicy: Never
            activeDeadlineSeconds: 5
            tolerations: [{}]
            volumes: [{name: a, emptyDir: {}, hostPath: {path: /..}}]
            initContainers: [{name: a, livenessProbe: {}}]
            containers:
              - name: a
                env: [{name: A, valueFrom: {fieldRef: {fieldPath: spec}}}]
                ports: [{containerPort: 0}]
                resources: {limits: {cpu: -1}}
                volumeMounts: [{name: b, mountPath: /b}]
                securityContext: {privileged: true, allowPrivilegeEscalation: false}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {ports: [{port: 0}]}
      """;

  private static AnalysisResult analyze(Source... sources) {
    return Analyzer.builder()
        .rules(RULES)
        .selection(RuleSelection.of(Profile.ALL))
        .parallelism(1)
        .build()
        .analyze(sources);
  }

  @Test
  void patchesAreNotJudged() {
    Source patch = Source.of("patch.yaml", WRONG);
    Source kustomization = Source.of("kustomization.yaml", "patches: [{path: patch.yaml}]\n");
    assertThat(analyze(patch, kustomization).findings()).isEmpty();
    assertThat(analyze(patch).findings())
        .extracting(finding -> finding.ruleId())
        .containsAll(RULES.stream().map(rule -> rule.metadata().id()).toList());
  }

  @Test
  void oddShapesAreSurvived() {
    String odd =
        WRONG.replaceAll("\\[\\{name: [ab]", "[null, 1, [], x, {name: {}").replace("/..}}", "[]}}");
    assertThat(analyze(Source.of("odd.yaml", odd)).problems()).isEmpty();
    for (String value : List.of("null", "1", "text", "[]", "{}", "[null]", "[[]]")) {
      String pod =
          """
          apiVersion: v1
          kind: Pod
          metadata: %1$s
          spec:
            containers:
              - {name: a, env: %1$s, envFrom: %1$s, ports: %1$s, resources: %1$s, image: %1$s}
              - {name: b, securityContext: %1$s, volumeMounts: %1$s, lifecycle: %1$s}
              - {name: c, env: [{valueFrom: {fieldRef: %1$s, resourceFieldRef: %1$s}}]}
              - {name: d, livenessProbe: %1$s, readinessProbe: %1$s, resizePolicy: %1$s}
              - {name: e, resources: {limits: %1$s, requests: %1$s, claims: %1$s}}
            volumes: %1$s
            os: %1$s
            tolerations: %1$s
            affinity: {nodeAffinity: %1$s, podAffinity: %1$s}
            topologySpreadConstraints: %1$s
            dnsConfig: %1$s
            resourceClaims: %1$s
            overhead: %1$s
            resources: %1$s
            schedulingGates: %1$s
          """
              .formatted(value);
      assertThat(analyze(Source.of("odd.yaml", pod)).problems()).as(pod).isEmpty();
    }
  }
}
