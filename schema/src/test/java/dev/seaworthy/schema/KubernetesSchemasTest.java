package dev.seaworthy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.seaworthy.model.KubernetesVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KubernetesSchemasTest {

  private static final Pattern REFERENCE = Pattern.compile("\"#/\\$defs/(\\w+)\"");

  private static List<KubernetesVersion> versions() {
    return KubernetesSchemas.versions();
  }

  @Test
  void knowsEightVersions() {
    assertThat(versions())
        .extracting(KubernetesVersion::toString)
        .containsExactly("1.28", "1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36");
  }

  @ParameterizedTest
  @CsvSource({"1.28,1.28", "1.36,1.36", "1.29,1.30", "1.16,1.28", "1.37,1.36", "2.0,1.36"})
  void takesTheNearestVersionAndSaysWhich(String target, String nearest) {
    assertThat(KubernetesSchemas.of(KubernetesVersion.parse(target)).version())
        .hasToString(nearest);
  }

  /** What came and went, from the release notes and the deprecation guide of Kubernetes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps/v1                         | Deployment               | 1.28 | 1.36
          autoscaling/v2                  | HorizontalPodAutoscaler  | 1.28 | 1.36
          autoscaling/v2beta2             | HorizontalPodAutoscaler  |      |
          batch/v1                        | CronJob                  | 1.28 | 1.36
          policy/v1                       | PodDisruptionBudget      | 1.28 | 1.36
          policy/v1beta1                  | PodDisruptionBudget      |      |
          policy/v1beta1                  | PodSecurityPolicy        |      |
          extensions/v1beta1              | Ingress                  |      |
          flowcontrol.apiserver.k8s.io/v1 | FlowSchema               | 1.30 | 1.36
          flowcontrol.apiserver.k8s.io/v1beta2 | FlowSchema          | 1.28 | 1.28
          flowcontrol.apiserver.k8s.io/v1beta3 | FlowSchema          | 1.28 | 1.31
          admissionregistration.k8s.io/v1 | ValidatingAdmissionPolicy | 1.30 | 1.36
          admissionregistration.k8s.io/v1beta1 | ValidatingAdmissionPolicy | 1.28 | 1.33
          admissionregistration.k8s.io/v1 | MutatingAdmissionPolicy  | 1.36 | 1.36
          networking.k8s.io/v1            | ServiceCIDR              | 1.33 | 1.36
          networking.k8s.io/v1alpha1      | ClusterCIDR              | 1.28 | 1.28
          resource.k8s.io/v1alpha2        | ResourceClaim            | 1.28 | 1.30
          resource.k8s.io/v1              | ResourceClaim            | 1.34 | 1.36
          storage.k8s.io/v1               | VolumeAttributesClass    | 1.34 | 1.36
          v1                              | PodList                  | 1.28 | 1.36
          v1                              | List                     | 1.28 | 1.36
          v1                              | Deployment               |      |
          """)
  void servesWhatTheVersionServes(String apiVersion, String kind, String first, String last) {
    List<KubernetesVersion> serving =
        versions().stream()
            .filter(version -> schemas(version).schema(apiVersion, kind).isPresent())
            .toList();

    assertThat(serving).isEqualTo(between(first, last));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V1PodSpec            | hostUsers              | 1.28 | 1.36
          V1PodSpec            | securityContext        | 1.28 | 1.36
          V1PodSpec            | resources              | 1.32 | 1.36
          V1PodSpec            | hostnameOverride       | 1.34 | 1.36
          V1PodSpec            | workloadRef            | 1.35 | 1.35
          V1PodSpec            | schedulingGroup        | 1.36 | 1.36
          V1Container          | resizePolicy           | 1.28 | 1.36
          V1Container          | restartPolicy          | 1.28 | 1.36
          V1Container          | restartPolicyRules     | 1.34 | 1.36
          V1SecurityContext    | procMount              | 1.28 | 1.36
          V1SecurityContext    | appArmorProfile        | 1.30 | 1.36
          V1PodSecurityContext | supplementalGroupsPolicy | 1.31 | 1.36
          V1PodSecurityContext | seLinuxChangePolicy    | 1.32 | 1.36
          V1VolumeMount        | recursiveReadOnly      | 1.30 | 1.36
          V1Volume             | image                  | 1.31 | 1.36
          V1LifecycleHandler   | sleep                  | 1.30 | 1.36
          V1Lifecycle          | stopSignal             | 1.33 | 1.36
          V1Container          | runAsNonroot           |      |
          """)
  void knowsTheFieldsOfTheVersion(String type, String field, String first, String last) {
    List<KubernetesVersion> knowing =
        versions().stream()
            .filter(
                version ->
                    document(version, "v1", "Pod").at("/$defs/" + type + "/properties").has(field))
            .toList();

    assertThat(knowing).isEqualTo(between(first, last));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void documentsStandAlone(KubernetesVersion version) {
    for (ApiKind kind : schemas(version).kinds()) {
      String text = schema(version, kind.apiVersion(), kind.kind());
      JsonNode definitions = JsonMapper.shared().readTree(text).get("$defs");
      TreeSet<String> references = new TreeSet<>();
      Matcher reference = REFERENCE.matcher(text);
      while (reference.find()) {
        references.add(reference.group(1));
      }

      assertThat(definitions.propertyNames())
          .as("%s %s", kind, version)
          .containsExactlyInAnyOrderElementsOf(references);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void listsTheKindsOnce(KubernetesVersion version) {
    List<ApiKind> kinds = schemas(version).kinds();

    assertThat(kinds)
        .doesNotHaveDuplicates()
        .contains(
            new ApiKind("v1", "Pod", true),
            new ApiKind("v1", "Namespace", false),
            new ApiKind("events.k8s.io/v1", "Event", true),
            new ApiKind("v1", "Event", true),
            new ApiKind("rbac.authorization.k8s.io/v1", "ClusterRole", false),
            new ApiKind("rbac.authorization.k8s.io/v1", "Role", true));
    assertThat(kinds).noneMatch(kind -> kind.kind().endsWith("List"));
  }

  @Test
  void anApiKindKnowsItsGroupAndVersion() {
    assertThat(new ApiKind("apps/v1", "Deployment", true))
        .extracting(ApiKind::group, ApiKind::version)
        .containsExactly("apps", "v1");
    assertThat(new ApiKind("v1", "Pod", true))
        .extracting(ApiKind::group, ApiKind::version)
        .containsExactly("", "v1");
  }

  /** What the API server's strict decoder says of an object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"metadata": {"name": "a", "creationTimestamp": null}}                      |
          {"metadata": {"generateName": "a-"}, "status": null}                        |
          {"spec": null}                                                    | type /spec
          {"metadata": {}}                   | required /metadata, required /metadata
          {"metadata": null}                                            | type /metadata
          {"metadata": {"name": 1}}                                | type /metadata/name
          {"metadata": {"name": "a", "labels": {"a": true}}}       | type /metadata/labels/a
          {"metadata": {"name": "a", "labels": {"a": null}}}                          |
          {"metadata": {"name": "a", "nam": "a"}}       | additionalProperties /metadata
          {"spec": {"containers": [{"name": "a", "image": "b"}]}}                     |
          {"spec": {"containers": [{"name": "a"}]}}      | required /spec/containers/0
          {"spec": {"containers": []}}                           | minItems /spec/containers
          {"spec": {}}                                             | required /spec
          {"spec": {"containers": null}}                           | type /spec/containers
          {"spec": {"containers": {}}}                             | type /spec/containers
          {"spec": {"containers": [{"image": "a"}]}}     | required /spec/containers/0
          {"spec": {"containers": ["c"], "hostPID": "true"}}          | type /spec/hostPID
          {"spec": {"containers": ["c"], "securityContex": {}}} | additionalProperties /spec
          {"spec": {"containers": ["c"], "priority": "1"}}            | type /spec/priority
          {"spec": {"containers": ["c"], "priority": 1.5}}            | type /spec/priority
          {"spec": {"containers": ["c"], "priority": 3000000000}}     | maximum /spec/priority
          {"spec": {"containers": ["c"], "nodeSelector": {"a": 1}}} | type /spec/nodeSelector/a
          {"spec": {"containers": ["c"], "overhead": {"cpu": 0.5, "memory": "1Gi"}}}     |
          {"spec": {"containers": ["c"], "overhead": {"cpu": " .5e-3 ", "memory": "1E"}}} |
          {"spec": {"containers": ["c"], "overhead": {"cpu": "1GB"}}} | pattern /spec/overhead/cpu
          {"spec": {"containers": ["c"], "overhead": {"cpu": true}}}  | type /spec/overhead/cpu
          {"status": {"conditions": [{}]}}                                            |
          {"status": {"phases": ""}}                      | additionalProperties /status
          """)
  void decodesAsTheApiServerDoes(String pod, String error) {
    assertThat(errors("v1", "Pod", pod)).isEqualTo(Optional.ofNullable(error));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          v1 | Secret | {"data": {"a": "aGVsbG8="}, "stringData": {"b": "c"}} |
          v1 | Secret | {"data": {"a": "no base64!"}} | pattern /data/a
          v1 | Secret | {"data": {"a": 1}} | type /data/a
          v1 | Service | {"spec": {"ports": [{"port": 80, "targetPort": "http"}]}} |
          v1 | Service | {"spec": {"ports": [{"port": 80, "targetPort": 8080}]}} |
          v1 | Service | {"spec": {"ports": [{"port": 80, "targetPort": true}]}} | type /spec/ports/0/targetPort
          v1 | Service | {"spec": {"ports": [{"port": "80"}]}} | type /spec/ports/0/port
          apps/v1 | StatefulSet | {"spec": {"selector": {}, "template": {"spec": {"containers": ["c"]}}}} |
          apps/v1 | StatefulSet | {"spec": {"selector": {}, "template": {}}} | required /spec/template
          batch/v1 | Job | {} | required /
          v1 | ConfigMap | {"metadata": {"name": "a", "namespace": "b"}, "data": null} |
          authorization.k8s.io/v1 | SelfSubjectAccessReview | {"metadata": {}, "spec": {}} |
          rbac.authorization.k8s.io/v1 | Role | {"rules": [{"verbs": []}]} | minItems /rules/0/verbs
          policy/v1 | PodDisruptionBudget | {"spec": {"minAvailable": "50%"}} |
          policy/v1 | PodDisruptionBudget | {"spec": {"minAvailable": "half"}} | pattern /spec/minAvailable
          policy/v1 | PodDisruptionBudget | {"spec": {"minAvailable": -1}} | minimum /spec/minAvailable
          networking.k8s.io/v1 | NetworkPolicy | {"spec": {}} |
          scheduling.k8s.io/v1 | PriorityClass | {} |
          v1 | List | {"metadata": {}, "items": [{"anything": 1}]} |
          v1 | List | {"items": {}} | type /items
          v1 | List | {"itmes": []} | additionalProperties /
          v1 | PodList | {"items": [{"metadata": {"name": "a"}, "spec": {"containers": ["c"]}}]} |
          v1 | PodList | {"items": [{"metadata": {"name": "a"}, "spec": {"containers": ["c"]}, "spek": {}}]} | additionalProperties /items/0
          apiextensions.k8s.io/v1 | CustomResourceDefinition | {"spec": {"group": "g", "scope": "Namespaced", "names": {"kind": "K", "plural": "k"}, "versions": [{"name": "v1", "schema": {"openAPIV3Schema": {"properties": {"a": {"properties": {"b": {"items": true, "x-kubernetes-preserve-unknown-fields": true, "$ref": "c"}}}}}}}]}} |
          apiextensions.k8s.io/v1 | CustomResourceDefinition | {"spec": {"group": "g", "scope": "Namespaced", "names": {"kind": "K", "plural": "k"}, "versions": [{"name": "v1", "schema": {"openAPIV3Schema": {"properties": {"a": {"typ": "b"}}}}}]}} | additionalProperties /spec/versions/0/schema/openAPIV3Schema/properties/a
          """)
  void decodesOtherKindsToo(String apiVersion, String kind, String object, String error) {
    assertThat(errors(apiVersion, kind, object)).isEqualTo(Optional.ofNullable(error));
  }

  /** The keyword and the place of the one error, or of none. */
  private static Optional<String> errors(String apiVersion, String kind, String object) {
    ObjectNode known = JsonMapper.shared().createObjectNode();
    known.put("apiVersion", apiVersion).put("kind", kind);
    if (!kind.endsWith("List")) {
      known.putObject("metadata").put("name", "a");
    }
    if (kind.equals("Pod")) {
      known.putObject("spec").putArray("containers").addObject().put("name", "c").put("image", "i");
    }
    String containers = "[{\"name\": \"c\", \"image\": \"i\"}]";
    String given = object.replace("[\"c\"]", containers);
    known.setAll((ObjectNode) JsonMapper.shared().readTree(given));
    String text = schema(versions().get(versions().size() - 1), apiVersion, kind);
    String errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text)
            .validate(known)
            .stream()
            .map(
                error ->
                    error.getKeyword()
                        + " "
                        + (error.getInstanceLocation().toString().isEmpty()
                            ? "/"
                            : error.getInstanceLocation()))
            .collect(Collectors.joining(", "));
    return Optional.of(errors).filter(all -> !all.isEmpty());
  }

  @Test
  void inflatesOnlyWhatAKindNeeds() {
    byte[] store = SchemaStore.resource();
    Arrays.fill(store, store.length * 2 / 3, store.length, (byte) 0xff);
    int newest = versions().size() - 1;
    KubernetesSchemas damaged = new KubernetesSchemas(new SchemaStore(store), newest);

    assertThat(damaged.schema("v1", "Pod"))
        .isEqualTo(schemas(versions().get(newest)).schema("v1", "Pod"));
  }

  @Test
  void allVersionsTakeLessThanAHundredKilobytes() {
    assertThat(SchemaStore.resource()).hasSizeLessThan(100_000);
  }

  private static List<KubernetesVersion> between(String first, String last) {
    return first == null
        ? List.of()
        : versions().stream()
            .filter(version -> version.compareTo(KubernetesVersion.parse(first)) >= 0)
            .filter(version -> version.compareTo(KubernetesVersion.parse(last)) <= 0)
            .toList();
  }

  private static KubernetesSchemas schemas(KubernetesVersion version) {
    return KubernetesSchemas.of(version);
  }

  private static String schema(KubernetesVersion version, String apiVersion, String kind) {
    return schemas(version).schema(apiVersion, kind).orElseThrow();
  }

  private static JsonNode document(KubernetesVersion version, String apiVersion, String kind) {
    return JsonMapper.shared().readTree(schema(version, apiVersion, kind));
  }
}
