package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritableHostPathMountTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("writable-host-path-mount"));

  @Test
  void leavesSocketsAloneAsNoReadOnlyMountWouldHelp() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: socket, mountPath: /docker.sock}
                - {name: folder, mountPath: /host} #! can write to '/run' of the node
                - {name: log, mountPath: /dev/log}
          volumes:
            - name: socket
              hostPath: {path: /var/run/docker.sock}
            - name: folder
              hostPath: {path: /run}
            - name: log
              hostPath: {path: /dev/log, type: Socket}
        """);
  }

  @Test
  void flagsEachMountThatIsNotReadOnly() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          volumes:
            - name: etc
              hostPath: {path: /etc/}
            - name: scratch
              emptyDir: {}
          initContainers:
            - name: setup
              volumeMounts:
                - name: etc #! init container 'setup' can write to '/etc' of the node
                  mountPath: /host
          containers:
            - name: app
              volumeMounts:
                - {name: etc, mountPath: /a, readOnly: false} #! container 'app' can write to '/etc'
                - {name: etc, mountPath: /b, readOnly: true}
                - {name: etc, mountPath: /c, subPath: cron.d} #! can write to '/etc/cron.d' of the node
                - {name: etc, mountPath: /d, readOnly: true, recursiveReadOnly: Enabled}
                - {name: scratch, mountPath: /e}
                - {name: unknown, mountPath: /f}
        """);
  }

  @Test
  void pointsAtTheVolumeAsWell() {
    assertThat(
            rule.findings(
                """
                apiVersion: v1
                kind: Pod
                spec:
                  containers:
                    - name: app
                      volumeMounts: [{name: etc, mountPath: /host}]
                  volumes:
                    - name: etc
                      hostPath:
                        path: /etc
                """))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.container()).contains("app");
              assertThat(finding.path()).isEqualTo("spec.containers[0].volumeMounts[0].readOnly");
              assertThat(finding.related())
                  .singleElement()
                  .satisfies(other -> assertThat(other.location()).hasToString("test.yaml:9:7"));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                               | lets it do whatever root on the node can",
        "/etc/cron.d                     | lets it run programs as root on the node",
        "/usr/lib/systemd/system         | lets it run programs as root on the node",
        "/etc/kubernetes/manifests       | lets it start pods past the API server",
        "/etc/passwd                     | lets it become root on the node",
        "/etc/ld.so.preload              | lets it become root on the node",
        "/proc/sys                       | lets it run programs as root on the node through the",
        "/sys                            | lets it run programs as root on the node through the",
        "/sys/fs/cgroup                  | lets it stop other containers and change their limits",
        "/lib/modules                    | lets it replace the node's kernel or its modules",
        "/opt/cni/bin                    | lets it replace programs that run as root",
        "/var/log                        | lets it plant links that lead the kubelet",
        "/var/lib/kubelet/device-plugins | lets it pose as a driver to the kubelet",
        "/var/spool                      | lets it run programs as root on the node through '/var/spool/cron'",
        "/opt                            | contains '/opt/bin' and '/opt/cni/bin'",
        "C:\\Windows\\System32          | lets it replace programs of the node"
      })
  void saysWhatWritingThereGives(String path, String gain) {
    assertThat(rule.findings(writing(path)))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.message()).contains("' of the node, which " + gain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/data", "/etc/localtime", "/usr/share/zoneinfo", "/tmp", "/dev", "/dev/kvm"})
  void promisesNothingOfOtherPlaces(String path) {
    assertThat(rule.findings(writing(path)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).endsWith("'" + path + "' of the node"));
  }

  private static String writing(String path) {
    return """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts: [{name: node, mountPath: /host}]
          volumes:
            - {name: node, hostPath: {path: '%s'}}
        """
        .formatted(path);
  }
}
