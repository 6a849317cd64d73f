package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;

/** How far real workloads lead. */
public final class ReachSamples {

  /** Two workloads of one account that take the cluster, and one for each lower verdict. */
  public static final String MANIFESTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: operator, namespace: ops}
      spec:
        template:
          spec:
            serviceAccountName: operator
            containers:
              - name: app
                image: app
                securityContext:
                  runAsNonRoot: true
                  runAsUser: 1000
                  allowPrivilegeEscalation: false
                  capabilities: {drop: [ALL]}
                  seccompProfile: {type: RuntimeDefault}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: migrate, namespace: ops}
      spec:
        template:
          spec:
            serviceAccountName: operator
            containers:
              - name: app
                image: app
                securityContext:
                  runAsNonRoot: true
                  runAsUser: 1000
                  allowPrivilegeEscalation: false
                  capabilities: {drop: [ALL]}
                  seccompProfile: {type: RuntimeDefault}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: operator}
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: operator}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: operator}
      subjects:
        - {kind: ServiceAccount, name: operator, namespace: ops}
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: agent, namespace: ops}
      spec:
        template:
          spec:
            automountServiceAccountToken: false
            containers:
              - name: app
                image: app
                securityContext: {privileged: true}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: logs, namespace: ops}
      spec:
        automountServiceAccountToken: false
        volumes:
          - name: logs
            hostPath: {path: /var/log}
        containers:
          - name: app
            image: app
            securityContext: {runAsUser: 0, allowPrivilegeEscalation: false}
            volumeMounts:
              - {name: logs, mountPath: /logs, readOnly: true}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: usual, namespace: ops}
      spec:
        automountServiceAccountToken: false
        containers:
          - {name: app, image: app}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: small, namespace: ops}
      spec:
        automountServiceAccountToken: false
        containers:
          - name: app
            image: app
            securityContext:
              runAsNonRoot: true
              runAsUser: 1000
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
              seccompProfile: {type: RuntimeDefault}
      """;

  /** A pod that takes its node, with names that try to get out of any quotes. */
  public static String hostile(String name) {
    return """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s", "namespace": "%s"},
         "spec": {"containers": [{"name": "%s", "image": "app",
           "securityContext": {"privileged": true}}]}}
        """
        .formatted(name, name, name);
  }

  private ReachSamples() {}

  public static AnalysisResult analyse(Source... sources) {
    return Analyzer.builder().rules(List.of(new Asking())).parallelism(1).build().analyze(sources);
  }

  public static AnalysisResult analyse(String file, String yaml) {
    return analyse(Source.of(file, yaml));
  }

  public static String written(Report report, AnalysisResult result) {
    return Samples.written(report, result);
  }

  /** Reports nothing, but makes the engine find out. */
  private static final class Asking implements ReachRule {

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("asking", "asks how far a workload leads")
          .category("reach")
          .remediation("Do nothing.")
          .build();
    }

    @Override
    public void check(Workload workload, Reach reach, Violations violations) {}
  }
}
