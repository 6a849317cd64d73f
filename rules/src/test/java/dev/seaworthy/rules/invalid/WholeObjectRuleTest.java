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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all rules on what is refused in objects of single kinds. */
class WholeObjectRuleTest {

  private static final List<Rule> RULES =
      JavaRules.all().stream().filter(WholeObjectRule.class::isInstance).toList();

  private static final String WRONG =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: a}
      spec:
        podSelector: {matchLabels: {a b: c}}
        policyTypes: [Ingress, Egress, Ingress]
        ingress:
          - from:
              - ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}
                podSelector: {matchExpressions: [{key: a, operator: In}]}
            ports: [{port: HTTP, endPort: 1}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: a}
      aggregationRule: {clusterRoleSelectors: []}
      rules: [{nonResourceURLs: [/a], resources: [pods], apiGroups: [a]}, {}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: a}
      roleRef: {kind: Role, name: a/b}
      subjects: [{kind: ServiceAccount, name: A, apiGroup: a}, {kind: User, apiGroup: a}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: a}
      spec:
        selector: {a b: c}
        type: ClusterIP
        clusterIP: none
        clusterIPs: [10.0.0.1, None]
        ipFamilies: [IPv4, IPv4]
        externalIPs: ["::1", 127.0.0.1]
        externalTrafficPolicy: Local
        healthCheckNodePort: 1
        loadBalancerSourceRanges: [10.0.0.0/8]
        ports: [{appProtocol: a b}]
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: a}
      spec:
        scaleTargetRef: {kind: a/b, name: a/b}
        minReplicas: 5
        maxReplicas: 1
        metrics:
          - type: Pods
            pods: {metric: {name: a/b}, target: {value: 0, averageValue: 0}}
            resource: {}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: a, annotations: {kubernetes.io/ingress.class: a}}
      spec:
        ingressClassName: b
        defaultBackend: {service: {name: A, port: {name: A, number: 0}}}
        tls: [{hosts: [1.2.3.4, A]}]
        rules: [{host: A, http: {paths: [{path: a, pathType: Exact, backend: {}}]}}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata: {name: a}
      spec:
        controller: a
        parameters: {namespace: a, scope: Cluster}
      ---
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata: {name: a}
      provisioner: a b
      allowedTopologies: [{matchLabelExpressions: [{values: [a, a]}]}]
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata: {name: a}
      spec:
        accessModes: [ReadWriteOncePod, ReadWriteOnce]
        capacity: {storage: 0, cpu: 1}
        local: {path: /a/../b}
        hostPath: {path: ..}
      ---
      apiVersion: v1
      kind: LimitRange
      metadata: {name: a}
      spec:
        limits:
          - type: pod
            min: {cpu: 2}
            max: {cpu: 1}
            maxLimitRequestRatio: {cpu: 0}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: a}
      spec:
        hard: {pods: 1.5, cpus: 1}
        scopes: [BestEffort, NotBestEffort]
        scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In}]}
      ---
      apiVersion: v1
      kind: Endpoints
      metadata: {name: a}
      subsets: [{addresses: [{ip: 127.0.0.1}], ports: [{}, {port: 0}]}, {}]
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: a}
      addressType: IPv4
      endpoints: [{addresses: ["::1", a], hostname: A}]
      ports: [{}, {}]
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: a}
      spec:
        schedule: "* * * * 7"
        timeZone: Nowhere
        jobTemplate: {spec: {completionMode: Indexed, selector: {}}}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: a}
      spec:
        completionMode: NonIndexed
        backoffLimitPerIndex: 1
        podReplacementPolicy: TerminatingOrFailed
        podFailurePolicy: {rules: [{}, {action: FailIndex, onExitCodes: {values: [1, 1]}}]}
        template: {spec: {restartPolicy: OnFailure}}
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: a}
      spec:
        group: a
        names: {plural: A, kind: A, listKind: A, shortNames: [A]}
        conversion: {strategy: Webhook}
        versions: [{name: A, storage: true}, {name: A, storage: true}]
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: a}
      webhooks:
        - name: a
          admissionReviewVersions: [v2]
          clientConfig: {url: a}
          rules: [{apiGroups: ["*", a], resources: ["*/*", a]}]
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: a}
      spec:
        matchConditions: [{name: a}, {name: a}]
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: a}
      type: kubernetes.io/tls
      data: {tls.key: YQ==}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a}
      spec:
        progressDeadlineSeconds: 0
        strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}
      ---
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata: {name: a}
      value: 2000000000
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

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "-1.5", "''", "text", "true", "[]", "{}", "[null]", "[[]]"})
  void oddShapesAreSurvived(String value) {
    String[] lines = WRONG.split("\n");
    StringBuilder odd = new StringBuilder();
    for (int changed = 0; changed < lines.length; changed++) {
      if (lines[changed].startsWith("apiVersion") || lines[changed].startsWith("kind")) {
        continue;
      }
      String line = lines[changed].replaceFirst("(^[- ]*\\w+:) .+", "$1 " + value);
      int start = changed;
      while (!lines[start].startsWith("apiVersion")) {
        start--;
      }
      for (int i = start; i < lines.length && !lines[i].equals("---"); i++) {
        odd.append(i == changed ? line : lines[i]).append('\n');
      }
      odd.append("---\n");
    }
    String inLists = odd.toString().replaceAll("\\[\\{[^\\[\\]{}]*\\}", "[" + value);
    assertThat(analyze(Source.of("odd.yaml", odd.toString())).problems()).isEmpty();
    assertThat(analyze(Source.of("odd.yaml", inLists)).problems()).isEmpty();
  }
}
