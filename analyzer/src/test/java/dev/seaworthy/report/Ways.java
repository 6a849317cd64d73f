package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Step;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;

/** Reports the first step of each way, and all steps with it. */
record Ways(RuleMetadata metadata) implements ReachRule {

  static final String PRIVILEGED = Samples.pod("securityContext: {privileged: true}");

  static final String CONTAINED =
      Samples.pod(
              """
              securityContext:
                runAsNonRoot: true
                runAsUser: 1000
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
              """)
          .replace("spec:", "spec:\n  automountServiceAccountToken: false");

  static final String SECRETS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: reader, namespace: prod}
      spec:
        serviceAccountName: reader
        containers: [{name: app, image: app}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: everything}
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: reader}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything}
      subjects:
        - {kind: ServiceAccount, name: reader, namespace: prod}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: reader-too}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: elsewhere}
      subjects:
        - {kind: ServiceAccount, name: reader, namespace: prod}
      """;

  Ways() {
    this(
        RuleMetadata.builder("way-out", "workload has a way out")
            .category("test")
            .remediation("Close it.")
            .build());
  }

  @Override
  public void check(Workload workload, Reach reach, Violations violations) {
    if (!reach.path().isEmpty()) {
      Violation violation =
          Violation.at(reach.path().get(0).field(), "there is a way")
              .with(workload.spec(), "this is the pod");
      int number = 0;
      for (Step step : reach.path()) {
        violation = violation.withStep(++number, step.field(), "step " + number);
      }
      violations.report(violation);
    }
  }

  static AnalysisResult analyse(Source... sources) {
    return Analyzer.builder().rules(List.of(new Ways())).build().analyze(sources);
  }

  static AnalysisResult analyse(String yaml) {
    return analyse(Source.of("deploy/web.yaml", yaml));
  }
}
