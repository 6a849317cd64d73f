package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which objects describe pods, and where. */
class WorkloadsTest {

  private static final String POD_SPEC = "{containers: [{name: app, image: app:1}]}";

  @ParameterizedTest
  @CsvSource({
    "v1, Pod, spec",
    "v1, PodTemplate, template.spec",
    "v1, ReplicationController, spec.template.spec",
    "apps/v1, ReplicaSet, spec.template.spec",
    "apps/v1, Deployment, spec.template.spec",
    "apps/v1, StatefulSet, spec.template.spec",
    "apps/v1, DaemonSet, spec.template.spec",
    "batch/v1, Job, spec.template.spec",
    "batch/v1, CronJob, spec.jobTemplate.spec.template.spec",
    "extensions/v1beta1, Deployment, spec.template.spec",
    "extensions/v1beta1, DaemonSet, spec.template.spec",
    "extensions/v1beta1, ReplicaSet, spec.template.spec",
    "apps/v1beta1, Deployment, spec.template.spec",
    "apps/v1beta1, StatefulSet, spec.template.spec",
    "apps/v1beta2, DaemonSet, spec.template.spec",
    "batch/v1beta1, CronJob, spec.jobTemplate.spec.template.spec",
    "batch/v2alpha1, CronJob, spec.jobTemplate.spec.template.spec",
    "argoproj.io/v1alpha1, Rollout, spec.template.spec",
    "serving.knative.dev/v1, Service, spec.template.spec",
    "serving.knative.dev/v1, Configuration, spec.template.spec",
    "serving.knative.dev/v1, Revision, spec",
    "apps.kruise.io/v1alpha1, CloneSet, spec.template.spec",
    "apps.kruise.io/v1beta1, StatefulSet, spec.template.spec",
    "apps.kruise.io/v1alpha1, SidecarSet, spec",
    "apps.openshift.io/v1, DeploymentConfig, spec.template.spec",
    "sparkoperator.k8s.io/v1beta2, SparkApplication, spec.driver.template.spec",
    "example.org/v1, Deployment, spec.template.spec",
    "example.org/v1, Anything, spec.deep.below.podSpec"
  })
  void findsThePodSpec(String apiVersion, String kind, String path) {
    assertThat(specs(manifest(apiVersion, kind, path, POD_SPEC))).containsExactly(path);
  }

  /** The API server refuses such an object, but nobody meant it to go unseen. */
  @ParameterizedTest
  @CsvSource({
    "apps/v1, Pod, spec",
    "v1, Deployment, spec.template.spec",
    "batch/v1, Deployment, spec.template.spec",
    "extensions/v1beta1, Pod, spec",
    "apps/v1, CronJob, spec.jobTemplate.spec.template.spec"
  })
  void findsThePodSpecOfABuiltInKindInTheWrongGroup(String apiVersion, String kind, String path) {
    assertThat(specs(manifest(apiVersion, kind, path, POD_SPEC))).containsExactly(path);
  }

  @ParameterizedTest
  @CsvSource({
    "policy/v1, Deployment, spec.template.spec",
    "networking.k8s.io/v1, Pod, spec",
    "v1, Service, spec.template.spec",
    "v1, pod, spec",
    "rbac.authorization.k8s.io/v1, ClusterRole, spec",
    "apiextensions.k8s.io/v1, CustomResourceDefinition, spec.template.spec",
    "kyverno.io/v1, ClusterPolicy, spec.rules.validate.pattern.spec",
    "policies.kyverno.io/v1, ValidatingPolicy, spec.pattern.spec",
    "constraints.gatekeeper.sh/v1beta1, K8sAllowedRepos, spec.parameters",
    "templates.gatekeeper.sh/v1, ConstraintTemplate, spec",
    "helm.toolkit.fluxcd.io/v2, HelmRelease, spec.values",
    "argoproj.io/v1alpha1, Application, spec.source.helm.valuesObject",
    "argoproj.io/v1alpha1, Workflow, spec.template.containerSet",
    "fleet.cattle.io/v1alpha1, Bundle, spec.helm.values",
    "kustomize.config.k8s.io/v1beta1, Kustomization, spec",
    "example.org/v1, Anything, metadata.annotations",
    "example.org/v1, Anything, status.lastPod"
  })
  void leavesAloneWhatDescribesNoPod(String apiVersion, String kind, String path) {
    assertThat(specs(manifest(apiVersion, kind, path, POD_SPEC))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{containers: [{name: app}]}",
        "{containers: []}",
        "{containers: {app: {image: a}}}",
        "{containers: [app, image]}",
        "{containers: [{image: a}, {arguments: []}]}",
        "{containers: [{image: {repository: a, tag: b}}]}",
        "{containers: [{name: [app], image: [a]}]}",
        "{properties: {containers: {type: array, items: {properties: {image: {type: string}}}}}}",
        "{initContainers: [{name: app, image: a}]}"
      })
  void aShapeThatOnlyResemblesAPodIsNone(String shape) {
    assertThat(specs(manifest("example.org/v1", "Anything", "spec.template", shape))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "text", "[]", "5"})
  void aPodSpecThatIsNoMappingIsNone(String spec) {
    assertThat(specs(manifest("v1", "Pod", "spec", spec))).isEmpty();
    assertThat(specs(manifest("argoproj.io/v1alpha1", "Rollout", "spec.template.spec", spec)))
        .isEmpty();
  }

  @Test
  void aKnownKindNeedsNoContainers() {
    assertThat(specs(manifest("v1", "Pod", "spec", "{}"))).containsExactly("spec");
    assertThat(specs(manifest("apps/v1", "Deployment", "spec.template.spec", "{hostPID: true}")))
        .containsExactly("spec.template.spec");
  }

  @Test
  void knativeContainersNeedNoName() {
    Workload workload =
        only(
            """
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: {name: hello}
            spec:
              template:
                metadata: {annotations: {a: b}}
                spec:
                  containers:
                  - image: hello:1
            """);
    assertThat(workload.containers()).hasToString("[container 0]");
    assertThat(workload.annotation("a").text()).isEqualTo("b");
  }

  @Test
  void aStrimziPodSetHoldsSeveralPods() {
    KubernetesObject object =
        Manifests.object(
            """
            apiVersion: core.strimzi.io/v1beta2
            kind: StrimziPodSet
            spec:
              pods:
              - metadata: {name: kafka-0, annotations: {a: zero}}
                spec: {containers: [{name: kafka, image: kafka:1}]}
              - metadata: {name: kafka-1, annotations: {a: one}}
                spec: {containers: [{name: kafka, image: kafka:1}]}
            """);
    assertThat(object.workloads())
        .extracting(workload -> workload.spec() + " " + workload.annotation("a").text())
        .containsExactly("spec.pods[0].spec zero", "spec.pods[1].spec one");
  }

  static Stream<Arguments> severalTemplates() {
    return Stream.of(
        Arguments.of(
            """
            apiVersion: ray.io/v1
            kind: RayCluster
            spec:
              headGroupSpec:
                template: {spec: {containers: [{name: head, image: ray:2}]}}
              workerGroupSpecs:
              - template: {spec: {containers: [{name: a, image: ray:2}]}}
              - template: {spec: {containers: [{name: b, image: ray:2}]}}
            """,
            List.of(
                "spec.headGroupSpec.template.spec",
                "spec.workerGroupSpecs[0].template.spec",
                "spec.workerGroupSpecs[1].template.spec")),
        Arguments.of(
            """
            apiVersion: jobset.x-k8s.io/v1alpha2
            kind: JobSet
            spec:
              replicatedJobs:
              - name: workers
                template: {spec: {template: {spec: {containers: [{name: a, image: b}]}}}}
            """,
            List.of("spec.replicatedJobs[0].template.spec.template.spec")),
        Arguments.of(
            """
            apiVersion: template.openshift.io/v1
            kind: Template
            objects:
            - apiVersion: apps/v1
              kind: Deployment
              spec: {template: {spec: {containers: [{name: a, image: "${IMAGE}"}]}}}
            """,
            List.of("objects[0].spec.template.spec")),
        Arguments.of(
            """
            apiVersion: work.open-cluster-management.io/v1
            kind: ManifestWork
            spec:
              workload:
                manifests:
                - {apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: b}]}}
            """,
            List.of("spec.workload.manifests[0].spec")));
  }

  @ParameterizedTest
  @MethodSource("severalTemplates")
  void findsEveryTemplateOfACustomResource(String yaml, List<String> paths) {
    assertThat(specs(yaml)).isEqualTo(paths);
  }

  @Test
  void yamlInsideAConfigMapIsText() {
    assertThat(
            specs(
                """
                apiVersion: v1
                kind: ConfigMap
                data:
                  pod.yaml: |
                    apiVersion: v1
                    kind: Pod
                    spec: {containers: [{name: app, image: a}]}
                """))
        .isEmpty();
  }

  @Test
  void aPodSpecIsFoundThroughAliases() {
    assertThat(
            specs(
                """
                apiVersion: example.org/v1
                kind: Anything
                spec:
                  first: &pod {containers: [{name: app, image: a}]}
                  second: *pod
                """))
        .containsExactly("spec.first", "spec.second");
  }

  @Test
  void metadataIsThePodsOwn() {
    Workload workload =
        only(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {annotations: {a: object}}
            spec:
              jobTemplate:
                spec:
                  template:
                    metadata: {annotations: {a: pod}}
                    spec: {containers: []}
            """);
    assertThat(workload.annotation("a").text()).isEqualTo("pod");
    assertThat(workload.metadata()).hasToString("spec.jobTemplate.spec.template.metadata");
    assertThat(workload.object().annotation("a").text()).isEqualTo("object");
  }

  private static Workload only(String yaml) {
    List<Workload> workloads = Manifests.object(yaml).workloads();
    assertThat(workloads).hasSize(1);
    return workloads.get(0);
  }

  private static List<String> specs(String yaml) {
    return Manifests.object(yaml).workloads().stream()
        .map(workload -> workload.spec().toString())
        .toList();
  }

  private static String manifest(String apiVersion, String kind, String path, String value) {
    StringBuilder yaml = new StringBuilder("apiVersion: " + apiVersion + "\nkind: " + kind + "\n");
    String indent = "";
    for (String name : path.split("\\.")) {
      yaml.append(indent).append(name).append(":\n");
      indent += "  ";
    }
    return yaml.append(indent).append(value).append('\n').toString();
  }
}
