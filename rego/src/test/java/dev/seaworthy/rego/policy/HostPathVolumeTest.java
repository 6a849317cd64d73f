package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.source.Source;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPathVolumeTest {

  private final RuleTester rule = RuleTester.of(BundledRule.named("host-path-volume"));

  @Test
  void flagsEachHostPathMountedOrNot() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: logs, mountPath: /logs, readOnly: true}
                - {name: scratch, mountPath: /scratch}
          volumes:
            - name: logs
              hostPath: {path: /var/log} #! volume 'logs' exposes '/var/log' of the node
            - name: unused
              hostPath: #! volume 'unused' exposes '/srv' of the node, though no container mounts it
                path: /srv
            - name: scratch
              emptyDir: {}
            - name: default
        """);
  }

  @Test
  void showsThePathAsTheNodeSeesIt() {
    assertThat(messages("/etc/../etc//kubernetes/")).contains("'/etc/kubernetes'");
    assertThat(messages("/var/run/app")).contains("'/run/app'");
    assertThat(messages("'C:\\logs\\'")).contains("'C:\\logs'");
    assertThat(messages("''")).contains("exposes a path of the node");
  }

  private String messages(String path) {
    List<Finding> findings =
        rule.findings(
            """
            apiVersion: v1
            kind: Pod
            spec:
              volumes:
                - name: node
                  hostPath: {path: PATH}
            """
                .replace("PATH", path));
    assertThat(findings).hasSize(1);
    return findings.get(0).message();
  }

  @Test
  void anEphemeralContainersMountCounts() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          ephemeralContainers:
            - name: debug
              volumeMounts: [{name: node, mountPath: /node}]
          volumes:
            - {name: node, hostPath: {path: /etc}} #! exposes '/etc' of the node
        """);
    assertThat(
            rule.findings(
                    """
                    apiVersion: v1
                    kind: Pod
                    spec:
                      ephemeralContainers:
                        - name: debug
                          volumeMounts: [{name: node, mountPath: /node}]
                      volumes:
                        - {name: node, hostPath: {path: /etc}}
                    """)
                .get(0)
                .message())
        .doesNotContain("though");
  }

  @Test
  void aPatchDoesNotShowWhoMountsItsVolumes() {
    String patch =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          volumes:
            - {name: node, hostPath: {path: /etc}}
        """;
    AnalysisResult result =
        Analyzer.builder()
            .rules(List.of(BundledRule.named("host-path-volume")))
            .build()
            .analyze(
                Source.of("kustomization.yaml", "patches: [{path: patch.yaml}]"),
                Source.of("patch.yaml", patch));
    assertThat(result.findings())
        .extracting(Finding::message)
        .containsExactly("volume 'node' exposes '/etc' of the node");
  }

  @Test
  void looksAtPodsOnly() {
    rule.check(
        """
        apiVersion: v1
        kind: PersistentVolume
        spec:
          hostPath: {path: /data}
        """);
  }
}
