package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveHostPathTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("sensitive-host-path"));

  private List<Finding> findings(String hostPath) {
    return rule.findings(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: node, hostPath: {%s}}
          containers:
            - {name: app, volumeMounts: [{name: node, mountPath: /node, readOnly: true}]}
        """
            .formatted(hostPath));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                                          | everything on the node",
        "/proc/1/root                               | everything on the node",
        "/var                                       | the credentials of the kubelet",
        "/var/lib                                   | the credentials of the kubelet",
        "/var/lib/kubelet/                          | the kubelet's credentials and the Secrets",
        "/var/lib/kubelet/pods                      | the kubelet's credentials and the Secrets",
        "/var/lib/kubelet/plugins/kubernetes.io/csi | the data of other pods' volumes",
        "/etc/../etc/                               | password hashes, SSH keys and",
        "//etc                                      | password hashes, SSH keys and",
        "/etc/kubernetes                            | credentials of the cluster's components",
        "/etc/kubernetes/pki/ca.key                 | the keys with which the cluster signs",
        "/etc/kubernetes/azure.json                 | credentials for the cloud",
        "/var/lib/etcd/member                       | every object of the cluster",
        "/etc/rancher/k3s                           | credentials of the cluster's components",
        "/var/lib/rancher/k3s/storage               | the data of other pods' volumes",
        "/var/lib/docker/overlay2                   | the files of all containers",
        "/var/lib/docker/containers                 | the environment variables of all containers",
        "/proc                                      | the arguments and environment variables",
        "/proc/1/environ                            | the arguments and environment variables",
        "/etc/shadow                                | the password hashes",
        "/root                                      | what users keep",
        "/home/admin                                | what users keep",
        "/home/admin/.ssh/id_ed25519                | SSH keys",
        "/root/.aws/credentials                     | credentials for the cloud",
        "/.config/gcloud                            | credentials for the cloud",
        "/root/.kube/config                         | a user's credentials",
        "/etc/ssl/private/                          | the node's private keys",
        "/var/lib/cloud/instance                    | what the node was given to join",
        "/var/run/dbus/system_bus_socket            | a socket through which root starts programs",
        "C:\\                                       | everything on the node",
        "c:/VAR/lib/kubelet/pods                    | the kubelet's credentials and the Secrets",
        "C:\\ProgramData\\docker\\containers        | the files of all containers",
        "C:\\Users\\Admin\\.ssh                     | SSH keys"
      })
  void saysWhatCanBeReadThere(String path, String what) {
    assertThat(findings("path: '" + path + "'"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .startsWith("volume 'node' shows '")
                  .contains("' of the node, which holds " + what)
                  .doesNotContain("though");
              assertThat(finding.path()).isEqualTo("spec.volumes[0].hostPath.path");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/run            | contains '/run/containerd/io.containerd.runtime.v2.task', '/run/dbus' and",
        "/var/lib/k0s/.. | holds the credentials of the kubelet",
        "/etc/srv        | holds credentials of the cluster's components in '/etc/srv/kubernetes'",
        "/run/systemd    | holds a socket through which root starts programs on the node in '/run/systemd/",
        "/var/snap       | contains '/var/snap/microk8s', '/var/snap/microk8s/common/var/lib/containerd'",
        "c:\\etc         | holds credentials of the cluster's components in 'c:\\etc\\kubernetes'"
      })
  void namesWhatAFolderContains(String path, String contents) {
    assertThat(findings("path: '" + path + "'"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("which " + contents));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data",
        "/etc/localtime",
        "/etc/ssl",
        "/etc/ssl/certs",
        "/etc/passwd",
        "/etc/kubernetes/manifests",
        "/etc/kubernetes-tools",
        "/etcd",
        "/lib/modules",
        "/usr",
        "/sys",
        "/sys/fs/cgroup",
        "/var/log",
        "/var/log/pods",
        "/var/lib/kubelet/device-plugins",
        "/var/lib/kubelet/plugins/csi.example.com",
        "/var/lib/kubelet/pod-resources",
        "/var/lib/kubeletdata",
        "/var/lib/rancher/k3s/storage/pvc-1",
        "/var/lib/docker-data",
        "/root/data",
        "/home/admin/data",
        "/process-data",
        "/data/proc",
        "/dev/kvm",
        "/dev/net/tun",
        "/run/docker.sock",
        "/srv",
        "D:\\",
        "C:\\logs",
        "\\\\.\\pipe\\docker_engine",
        ""
      })
  void isSilentWhereReadingGivesNothing(String path) {
    assertThat(findings("path: '" + path + "'")).isEmpty();
  }

  @Test
  void judgesAVeryDeepPath() {
    assertThat(findings("path: /var/lib/kubelet" + "/a".repeat(100_000))).hasSize(1);
    assertThat(findings("path: /data" + "/a".repeat(100_000))).isEmpty();
  }

  @Test
  void devicesOpenToPrivilegedContainersAlone() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: closed, mountPath: /a}
                - {name: closed-type, mountPath: /b}
            - name: driver
              securityContext: {privileged: true}
              volumeMounts:
                - {name: all, mountPath: /c}
                - {name: disk, mountPath: /d}
                - {name: mapped, mountPath: /e}
                - {name: memory, mountPath: /f}
                - {name: typed, mountPath: /g}
                - {name: terminal, mountPath: /h}
          volumes:
            - {name: closed, hostPath: {path: /dev}}
            - {name: closed-type, hostPath: {path: /dev/data, type: BlockDevice}}
            - {name: all, hostPath: {path: /dev}} #! volume 'all' shows '/dev' of the node, which holds the disks and the memory
            - {name: disk, hostPath: {path: /dev/nvme0n1p1}} #! which holds a disk past its file permissions
            - {name: mapped, hostPath: {path: /dev/mapper/root}} #! which holds a disk past its file permissions
            - {name: memory, hostPath: {path: /dev/mem}} #! which holds the memory of the node
            - {name: typed, hostPath: {path: /dev/data, type: BlockDevice}} #! which holds a disk past
            - {name: terminal, hostPath: {path: /dev/tty1, type: CharDevice}}
            - {name: unused, hostPath: {path: /dev/sda}} #! though no container mounts it
        """);
  }

  @Test
  void whatMountsShowOfTheVolumeDecides() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers:
            - name: setup
              volumeMounts: [{name: secret, mountPath: /a, subPath: kubelet/pods}]
          containers:
            - name: app
              volumeMounts:
                - {name: logs, mountPath: /b, subPath: log/app}
                - {name: secret, mountPath: /c, subPath: misc}
                - {name: instance, mountPath: /d, subPathExpr: kubelet/$(POD_NAME)/x}
                - {name: any, mountPath: /e, subPathExpr: $(POD_NAME)}
                - {name: root, mountPath: /f, subPathExpr: $(FOLDER)/x}
                - {name: own, mountPath: /g, subPathExpr: app-$(POD_NAME)}
          volumes:
            - {name: logs, hostPath: {path: /var}}
            - {name: secret, hostPath: {path: /var/lib}} #! shows '/var/lib/kubelet/pods' of the node
            - {name: instance, hostPath: {path: /var/lib}} #! shows '/var/lib/kubelet/$(POD_NAME)/x' of the node, which holds the kubelet's
            - {name: any, hostPath: {path: /var/lib}} #! shows '/var/lib/$(POD_NAME)' of the node
            - {name: root, hostPath: {path: /}} #! which holds everything
            - {name: own, hostPath: {path: /srv/data}}
            - {name: unused, hostPath: {path: /etc}} #! components, though no container mounts it
        """);
  }

  @Test
  void readsPathsOfTheWrongTypeAsAbsent() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - {name: a, hostPath: {path: [/etc]}}
            - {name: b, hostPath: {}}
            - {name: c, hostPath: /etc}
            - {name: d, hostPath: null}
        """);
  }
}
