package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeEditsTest {

  private static final KubernetesObject POD =
      Manifests.object(
          """
          apiVersion: v1
          kind: Pod
          spec:
            hostPID: true
            containers:
              - name: a
              - name: b
              - name: c
          """);

  @Test
  void setsRemovesAndMakesFieldsAtOnce() {
    FieldPath containers = FieldPath.of("spec", "containers");
    Map<FieldPath, Optional<YamlNode>> edits = new LinkedHashMap<>();
    edits.put(containers.child(0), Optional.empty());
    edits.put(containers.child(1), Optional.empty());
    edits.put(containers.child(2).child("securityContext").child("privileged"), value("true"));
    edits.put(FieldPath.of("spec", "hostPID"), Optional.empty());
    edits.put(FieldPath.of("metadata", "name"), value("web"));

    KubernetesObject changed = POD.with(edits);

    assertThat(changed.workloads().get(0).containers())
        .singleElement()
        .satisfies(
            container -> {
              assertThat(container.name()).isEqualTo("c");
              assertThat(container.security().privileged().is(true)).isTrue();
            });
    assertThat(changed.root().get("spec", "hostPID").isPresent()).isFalse();
    assertThat(changed.name()).isEqualTo("web");
  }

  @Test
  void leavesTheObjectAsItIs() {
    POD.with(Map.of(FieldPath.of("spec"), Optional.empty()));

    assertThat(POD.workloads()).hasSize(1);
    assertThat(POD.with(Map.of(FieldPath.of("spec", "containers").child(9), Optional.empty())))
        .extracting(object -> object.workloads().get(0).containers().size())
        .isEqualTo(3);
  }

  private static Optional<YamlNode> value(String yaml) {
    return Optional.of(Manifests.documents(yaml).get(0).root());
  }
}
