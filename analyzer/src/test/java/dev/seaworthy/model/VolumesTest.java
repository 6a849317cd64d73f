package dev.seaworthy.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolumesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: a, hostPath: {path: /}} | hostPath",
        "{configMap: {name: c}, name: a} | configMap",
        "{name: a} | emptyDir",
        "{name: a, emptyDir: {}} | emptyDir",
        "{name: a, hostPath: null} | emptyDir",
        "{name: a, emptyDir: null, secret: {}} | secret",
        "text | emptyDir"
      })
  void theSourceIsTheMemberBesideTheName(String volume, String source) {
    assertThat(volume(volume).source()).isEqualTo(source);
  }

  @Test
  void aHostPathIsAPartOfTheNode() {
    HostPath path = volume("{name: a, hostPath: {path: /run/, type: Directory}}").hostPath().get();
    assertThat(path.written()).isEqualTo("/run/");
    assertThat(path.type()).isEqualTo("Directory");
    assertThat(path.path()).hasToString("spec.volumes[0].hostPath.path");
    assertThat(volume("{name: a, hostPath: null}").hostPath()).isEmpty();
    assertThat(volume("{name: a, emptyDir: {}}").hostPath()).isEmpty();
  }

  @Test
  void mountsOfAllContainersAreJoinedByName() {
    Workload pod =
        Manifests.pod(
            """
            volumes: [{name: data, hostPath: {path: /data}}, {name: unused}]
            containers:
            - {name: app, volumeMounts: [{name: other}, {name: data, mountPath: /a}]}
            - {name: none}
            - {name: twice, volumeMounts: [{name: data, mountPath: /b}, {name: data}]}
            initContainers:
            - {name: setup, volumeMounts: [{name: data, mountPath: /c}]}
            ephemeralContainers:
            - {name: debug, volumeMounts: [{name: data, mountPath: /d}]}
            """);
    assertThat(pod.volumes().get(0).mounts())
        .extracting(mount -> mount.container() + " " + mount.mountPath())
        .containsExactly(
            "init container 'setup' /c",
            "container 'app' /a",
            "container 'twice' /b",
            "container 'twice' ",
            "ephemeral container 'debug' /d");
    assertThat(pod.volumes().get(1).mounts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | ''",
        "{subPath: a/b} | a/b",
        "{subPathExpr: $(POD)/x} | $(POD)/x",
        "{subPath: '', subPathExpr: b} | b",
        "{subPath: null} | ''"
      })
  void theSubPathMayBeAnExpression(String mount, String subPath) {
    assertThat(mount(mount).subPath()).isEqualTo(subPath);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | true",
        "{readOnly: true} | false",
        "{readOnly: yes} | false",
        "{readOnly: false} | true",
        "{readOnly: null} | true",
        "{readOnly: 'true'} | true"
      })
  void aMountIsWritableUnlessReadOnly(String mount, boolean writable) {
    assertThat(mount(mount).isWritable()).isEqualTo(writable);
  }

  private static Volume volume(String written) {
    return Manifests.pod("volumes: [%s]".formatted(written)).volumes().get(0);
  }

  private static VolumeMount mount(String written) {
    return Manifests.pod("containers: [{volumeMounts: [%s]}]".formatted(written))
        .containers()
        .get(0)
        .volumeMounts()
        .get(0);
  }
}
