package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerRuntimeSocketTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("container-runtime-socket"));

  private List<Finding> findings(String path) {
    return rule.findings(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: node, hostPath: {path: '%s'}}
        """
            .formatted(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/run/docker.sock",
        "/run/docker.sock",
        "/var/run//docker.sock/",
        "/run/../run/docker.sock",
        "/run/containerd/containerd.sock",
        "/run/containerd/containerd.sock.ttrpc",
        "/var/run/crio/crio.sock",
        "/var/run/cri-dockerd.sock",
        "/run/podman/podman.sock",
        "/run/user/1000/docker.sock",
        "/run/k3s/containerd/containerd.sock",
        "/run/k0s/containerd.sock",
        "/var/snap/microk8s/common/run/containerd.sock",
        "/var/vcap/sys/run/containerd/containerd.sock",
        "/run/nri/nri.sock",
        "\\\\.\\pipe\\docker_engine",
        "//./PIPE/containerd-containerd"
      })
  void knowsSocketsByTheirNames(String path) {
    assertThat(findings(path))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).startsWith("volume 'node' is the container runtime's");
              assertThat(finding.path()).isEqualTo("spec.volumes[0].hostPath.path");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/,                     /run/containerd/containerd.sock",
    "/run,                  /run/containerd/containerd.sock",
    "/var/run/,             /run/containerd/containerd.sock",
    "/var/run/crio,         /run/crio/crio.sock",
    "/run/k3s,              /run/k3s/containerd/containerd.sock",
    "/var/run/docker,       /run/docker/containerd/containerd.sock",
    "/var,                  /var/snap/microk8s/common/run/containerd.sock"
  })
  void namesASocketInTheFolder(String folder, String socket) {
    assertThat(findings(folder))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("which contains container runtime sockets such as '" + socket + "'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/var/log",
        "/var/lib/docker",
        "/run/containerd-data",
        "/runner",
        "/run/docker.sock.d",
        "/run/mydocker.sock",
        "/var/run/secrets",
        "\\\\.\\pipe\\docker",
        "C:\\",
        ""
      })
  void leavesOtherPathsAlone(String path) {
    assertThat(findings(path)).isEmpty();
  }

  @Test
  void aReadOnlyMountIsNoHelp() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts: [{name: docker, mountPath: /docker.sock, readOnly: true}]
          volumes:
            - name: docker
              hostPath:
                type: Socket
                path: /run/docker.sock #! volume 'docker' is the container runtime's socket
        """);
  }

  @Test
  void saysThatNobodyMountsTheVolume() {
    assertThat(findings("/run/docker.sock"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .endsWith("socket '/run/docker.sock', though no container mounts it"));
  }

  @Test
  void whatMountsShowOfTheVolumeDecides() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: elsewhere, mountPath: /a, subPath: lock}
                - {name: both, mountPath: /b, subPath: lock}
                - {name: both, mountPath: /c, subPath: docker.sock}
                - {name: expanded, mountPath: /d, subPathExpr: $(POD_NAME)}
          volumes:
            - {name: elsewhere, hostPath: {path: /run}}
            - {name: both, hostPath: {path: /run}} #! volume 'both' is the container runtime's socket '/run/docker.sock'
            - {name: expanded, hostPath: {path: /run}}
        """);
  }
}
