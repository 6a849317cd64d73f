package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: b} | no Kubernetes object: apiVersion and kind missing",
        "{} | no Kubernetes object: apiVersion and kind missing",
        "{apiVersion: v1} | no Kubernetes object: kind missing",
        "{kind: Pod} | no Kubernetes object: apiVersion missing",
        "{apiVersion: v1, kind: null} | no Kubernetes object: kind missing",
        "{apiVersion: 1, kind: Pod} | no Kubernetes object: apiVersion missing",
        "{apiVersion: v1, kind: [Pod]} | no Kubernetes object: kind missing",
        "{apiVersion: v1, Kind: Pod}"
            + " | no Kubernetes object: kind missing (found 'Kind', expected 'kind')",
        "{apiversion: v1, kind: Pod}"
            + " | no Kubernetes object: apiVersion missing"
            + " (found 'apiversion', expected 'apiVersion')",
        "[] | no Kubernetes object: the document is no mapping",
        "text | no Kubernetes object: the document is no mapping",
        "{apiVersion: v1, kind: List, items: [{apiVersion: v1}, text]}"
            + " | no Kubernetes object: no item of the list has a kind"
      })
  void saysWhyThereIsNoObject(String yaml, String reason) {
    ObjectReader.Contents read = read(yaml);
    assertThat(read.objects()).isEmpty();
    assertThat(read.reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: v1, kind: Pod, metadata: {name: a}} | Pod a",
        "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: b}} | Pod b/a",
        "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: ''}} | Pod a",
        "{apiVersion: v1, kind: Pod, metadata: {generateName: a-}} | Pod a-*",
        "{apiVersion: v1, kind: Pod, metadata: {name: a, generateName: b-}} | Pod a",
        "{apiVersion: v1, kind: Pod, metadata: {namespace: b}} | Pod b/",
        "{apiVersion: v1, kind: Pod, metadata: {name: 007}} | Pod 007",
        "{apiVersion: v1, kind: Pod, metadata: [name]} | Pod",
        "{apiVersion: v1, kind: Pod} | Pod"
      })
  void namesObjects(String yaml, String name) {
    assertThat(Manifests.object(yaml)).hasToString(name);
    assertThat(Manifests.object(yaml).reference()).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({"v1, ''", "apps/v1, apps", "example.org/v1, example.org"})
  void theGroupStandsBeforeTheSlash(String apiVersion, String group) {
    assertThat(
            Manifests.object("{apiVersion: %s, kind: A}".formatted(apiVersion)).reference().group())
        .isEqualTo(group);
  }

  @Test
  void itemsOfAListAreObjects() {
    assertThat(
            Manifests.parse(
                """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}
                - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b}}
                - apiVersion: v1
                  kind: List
                  items:
                  - {apiVersion: v1, kind: Secret, metadata: {name: c}}
                  - apiVersion: v1
                    kind: PodList
                    items: [{metadata: {name: d}}]
                - null
                """))
        .hasToString("[Pod a, Deployment b, Secret c, Pod d]");
  }

  @ParameterizedTest
  @CsvSource({"v1, PodList, v1, Pod", "apps/v1, DeploymentList, apps/v1, Deployment"})
  void itemsOfATypedListNeedNoKind(String apiVersion, String kind, String version, String item) {
    KubernetesObject object =
        Manifests.object(
            "{apiVersion: %s, kind: %s, items: [{metadata: {name: a}, spec: {}}]}"
                .formatted(apiVersion, kind));
    assertThat(object.reference().apiVersion()).isEqualTo(version);
    assertThat(object.kind()).isEqualTo(item);
  }

  @Test
  void pathsOfAListsItemStartAtTheItem() {
    KubernetesObject pod =
        Manifests.object(
            """
            apiVersion: v1
            kind: PodList
            items:
            - metadata: {name: a}
              spec: {containers: [{name: app}]}
            """);
    assertThat(pod.workloads().get(0).containers().get(0).field())
        .hasToString("spec.containers[0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: v1, kind: List, items: []} | 0",
        "{apiVersion: v1, kind: List} | 1",
        "{apiVersion: example.org/v1, kind: AllowList, spec: {items: [a]}} | 1",
        "{apiVersion: example.org/v1, kind: AllowList, items: {a: b}} | 1"
      })
  void onlyAListWithItemsIsTakenApart(String yaml, int objects) {
    ObjectReader.Contents read = read(yaml);
    assertThat(read.objects()).hasSize(objects);
    assertThat(read.reason()).isEmpty();
  }

  @Test
  void aliasedItemsAreObjectsEach() {
    List<KubernetesObject> objects =
        Manifests.parse(
            """
            apiVersion: v1
            kind: List
            items:
            - &pod {apiVersion: v1, kind: Pod, metadata: {name: a}}
            - *pod
            """);
    assertThat(objects).hasToString("[Pod a, Pod a]");
  }

  private static ObjectReader.Contents read(String yaml) {
    return new ObjectReader(ClusterProfile.DEFAULT).read(Manifests.documents(yaml).get(0));
  }
}
