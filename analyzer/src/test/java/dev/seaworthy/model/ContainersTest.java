package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {

  @Test
  void comeInTheApiServersOrderWhateverTheTexts() {
    Workload pod =
        Manifests.pod(
            """
            ephemeralContainers: [{name: debug}]
            containers: [{name: app}, {name: helper}]
            initContainers: [{name: setup}]
            """);
    assertThat(pod.containers())
        .hasToString(
            "[init container 'setup', container 'app', container 'helper',"
                + " ephemeral container 'debug']");
    assertThat(pod.containers())
        .extracting(Container::type)
        .containsExactly(
            ContainerType.INIT,
            ContainerType.CONTAINER,
            ContainerType.CONTAINER,
            ContainerType.EPHEMERAL);
  }

  @Test
  void areCalledByIndexWhereTheyHaveNoName() {
    Workload pod =
        Manifests.pod(
            "containers: [{image: a}, {name: ''}, {name: null}, {name: [b]}, {name: 5}]\n"
                + "initContainers: [{image: c}]");
    assertThat(pod.containers())
        .hasToString(
            "[init container 0, container 0, container 1, container 2, container 3, container '5']");
  }

  @Test
  void keepTheirPlaceBesideWhatIsNoContainer() {
    Workload pod = Manifests.pod("containers: [null, text, [], {name: app}]");
    assertThat(pod.containers())
        .extracting(container -> container + " at " + container.field())
        .containsExactly("container 'app' at spec.containers[3]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "text", "{name: app}", "{app: {image: a}}"})
  void areNoneWhereThereIsNoList(String containers) {
    assertThat(Manifests.pod("containers: " + containers).containers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "initContainers, Always, true",
    "initContainers, always, false",
    "initContainers, OnFailure, false",
    "initContainers, null, false",
    "containers, Always, false"
  })
  void anInitContainerThatAlwaysRestartsIsASidecar(String list, String policy, boolean sidecar) {
    Workload pod = Manifests.pod("%s: [{name: a, restartPolicy: %s}]".formatted(list, policy));
    assertThat(pod.containers().get(0).isSidecar()).isEqualTo(sidecar);
  }

  @Test
  void areFoundByName() {
    Workload pod = Manifests.pod("containers: [{name: app}]\ninitContainers: [{name: setup}]");
    assertThat(pod.container("setup").orElseThrow().type()).isEqualTo(ContainerType.INIT);
    assertThat(pod.container("other")).isEmpty();
  }
}
