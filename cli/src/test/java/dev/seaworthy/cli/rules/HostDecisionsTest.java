package dev.seaworthy.cli.rules;

import static dev.seaworthy.cli.rules.Scan.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths, ports and sockets of the node, where tools disagree. */
class HostDecisionsTest {

  private static Scan paths() {
    return Scan.with("host-path-volume", "sensitive-host-path", "writable-host-path-mount");
  }

  private static String mounted(String path, String mount) {
    return pod(
        """
        volumes:
          - name: node
            hostPath: {path: %s}
        containers:
          - name: app
            image: example.com/app:1.0
            volumeMounts:
              - {name: node, mountPath: /node%s}
        """
            .formatted(path, mount));
  }

  @Test
  void t10PartsOfWords() {
    Scan scan =
        Scan.with(
            "sensitive-host-path",
            "container-runtime-socket",
            "sudo-in-entrypoint",
            "capabilities-drop-all-missing");
    assertThat(
            scan.reports(
                pod(
                    """
                    volumes:
                      - {name: a, hostPath: {path: /data/processes}}
                      - {name: b, hostPath: {path: /data/proc}}
                      - {name: c, hostPath: {path: /data/docker.sock.backup}}
                    containers:
                      - name: app
                        image: example.com/app:1.0
                        command: [/bin/pseudo, --user=sudoku]
                        securityContext: {capabilities: {drop: [ALL]}}
                        volumeMounts:
                          - {name: a, mountPath: /a, readOnly: true}
                          - {name: b, mountPath: /b, readOnly: true}
                          - {name: c, mountPath: /c, readOnly: true}
                    """)))
        .isEmpty();
    assertThat(
            scan.reports(
                pod(
                    """
                    containers:
                      - name: app
                        image: example.com/app:1.0
                        command: [/usr/bin/sudo, serve]
                        securityContext: {capabilities: {drop: [WALLET]}}
                    """)))
        .containsExactlyInAnyOrder(
            "sudo-in-entrypoint: spec.containers[0].command[0]",
            "capabilities-drop-all-missing: spec.containers[0].securityContext.capabilities.drop");
  }

  @Test
  void t22ReadOnlyHostPaths() {
    assertThat(paths().reports(mounted("/srv/data", "")))
        .containsExactly(
            "host-path-volume: spec.volumes[0].hostPath",
            "writable-host-path-mount: spec.containers[0].volumeMounts[0].readOnly");
    assertThat(paths().reports(mounted("/srv/data", ", readOnly: true")))
        .containsExactly("host-path-volume: spec.volumes[0].hostPath");
    Scan recursive = Scan.with("host-path-mount-not-recursively-read-only");
    assertThat(recursive.reports(mounted("/var", ", readOnly: true")))
        .containsExactly(
            "host-path-mount-not-recursively-read-only:"
                + " spec.containers[0].volumeMounts[0].recursiveReadOnly");
    assertThat(recursive.reports(mounted("/var", ", readOnly: true, recursiveReadOnly: Enabled")))
        .isEmpty();
    assertThat(recursive.on("1.30").reports(mounted("/var", ", readOnly: true"))).isEmpty();
  }

  @Test
  void t23SpellingsOfAPath() {
    for (String path : List.of("/etc", "/etc/", "//etc", "/etc/../etc", "/usr/../etc/.")) {
      assertThat(paths().reports(mounted(path, ", readOnly: true")))
          .as(path)
          .containsExactly(
              "host-path-volume: spec.volumes[0].hostPath",
              "sensitive-host-path: spec.volumes[0].hostPath.path");
    }
    for (String path : List.of("/", "/etc/kubernetes/pki", "/var/lib", "/root")) {
      assertThat(paths().reports(mounted(path, ", readOnly: true")))
          .as(path)
          .contains("sensitive-host-path: spec.volumes[0].hostPath.path");
    }
  }

  @Test
  void t24MountedOrOnlyDeclared() {
    String declared =
        pod(
            """
            volumes:
              - {name: a, hostPath: {path: /etc}}
              - {name: b, hostPath: {path: /run/containerd/containerd.sock}}
            containers:
              - {name: app, image: example.com/app:1.0}
            """);
    assertThat(
            Scan.with(
                    "host-path-volume",
                    "sensitive-host-path",
                    "container-runtime-socket",
                    "writable-host-path-mount")
                .reports(declared))
        .containsExactlyInAnyOrder(
            "host-path-volume: spec.volumes[0].hostPath",
            "sensitive-host-path: spec.volumes[0].hostPath.path",
            "host-path-volume: spec.volumes[1].hostPath",
            "container-runtime-socket: spec.volumes[1].hostPath.path");
    assertThat(Scan.with("sensitive-host-path", "container-runtime-socket").messages(declared))
        .hasSize(2)
        .allSatisfy(message -> assertThat(message).contains("no container mounts it"));
  }

  @Test
  void t25SubPathsAndBlockDevices() {
    assertThat(
            Scan.with("host-path-sub-path", "sensitive-host-path")
                .reports(mounted("/", ", readOnly: true, subPath: etc/kubernetes")))
        .containsExactlyInAnyOrder(
            "sensitive-host-path: spec.volumes[0].hostPath.path",
            "host-path-sub-path: spec.containers[0].volumeMounts[0].subPath");
    assertThat(
            Scan.with("raw-block-device")
                .reports(
                    pod(
                        """
                        volumes:
                          - {name: disk, persistentVolumeClaim: {claimName: disk}}
                        containers:
                          - name: app
                            image: example.com/app:1.0
                            volumeDevices:
                              - {name: disk, devicePath: /dev/xvda}
                        """)))
        .containsExactly("raw-block-device: spec.containers[0].volumeDevices[0].devicePath");
  }

  @Test
  void t26RuntimeSockets() {
    Scan scan = Scan.with("container-runtime-socket");
    for (String path :
        List.of(
            "/run/docker.sock",
            "/var/run/docker.sock",
            "/run/crio/crio.sock",
            "/run/k3s/containerd/containerd.sock",
            "/home/ci/podman.sock",
            "/run",
            "/var/run/",
            "/")) {
      assertThat(scan.reports(mounted(path, ", readOnly: true")))
          .as(path)
          .containsExactly("container-runtime-socket: spec.volumes[0].hostPath.path");
    }
    assertThat(scan.reports(mounted("/srv/data", ""))).isEmpty();
    assertThat(scan.reports(mounted("/run", ", subPath: udev"))).isEmpty();
  }

  @Test
  void t35HostPort0() {
    Scan scan = Scan.with("host-port", "host-network");
    String ports =
        """
        containers:
          - name: app
            image: example.com/app:1.0
            ports:
              - {containerPort: 8080, hostPort: 0}
              - {containerPort: 8443, hostPort: 443}
        """;
    assertThat(scan.reports(pod(ports)))
        .containsExactly("host-port: spec.containers[0].ports[1].hostPort");
    assertThat(scan.reports(pod("hostNetwork: true\n" + ports.replace("443}", "8443}"))))
        .containsExactly("host-network: spec.hostNetwork");
  }
}
