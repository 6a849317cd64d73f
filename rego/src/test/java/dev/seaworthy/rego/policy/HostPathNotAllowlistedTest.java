package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostPathNotAllowlistedTest {

  private static RuleTester allowing(List<String> allowed, List<String> readOnly) {
    ParameterizedRule rule = (ParameterizedRule) BundledRule.named("host-path-not-allowlisted");
    return RuleTester.of(
        rule.withParameters(
            Map.of(
                "allowed", new ParameterValue.Texts(allowed),
                "readOnly", new ParameterValue.Texts(readOnly))));
  }

  @Test
  void isSilentUntilFoldersAreNamed() {
    allowing(List.of(), List.of())
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              volumes: [{name: root, hostPath: {path: /}}]
            """);
  }

  @Test
  void comparesWholeSegmentsOfPathsAsTheNodeSeesThem() {
    allowing(List.of("/data/", "/var/run/app", "C:\\logs"), List.of())
        .check(
            """
            apiVersion: v1
            kind: Pod
            spec:
              volumes:
                - {name: a, hostPath: {path: /data}}
                - {name: b, hostPath: {path: /data/shop/}}
                - {name: c, hostPath: {path: /database}} #! volume 'c' is '/database' of the node, which is not allowed
                - {name: d, hostPath: {path: /data/../etc}} #! volume 'd' is '/etc' of the node
                - {name: e, hostPath: {path: /}} #! volume 'e' is '/' of the node
                - {name: f, hostPath: {path: /run/app/socket}}
                - {name: g, hostPath: {path: 'c:/LOGS/today'}}
                - {name: h, hostPath: {path: 'C:\\logs-2'}} #! not allowed
                - {name: i, hostPath: {path: ""}} #! volume 'i' is a path of the node, which is not allowed
                - {name: j, emptyDir: {}}
            """);
  }

  @Test
  void aFolderCanBeAllowedReadOnly() {
    RuleTester rule = allowing(List.of("/data"), List.of("/var/log", "/data/shop"));
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: logs, mountPath: /a, readOnly: true}
                - {name: pods, mountPath: /b}
                - {name: data, mountPath: /c}
          volumes:
            - {name: logs, hostPath: {path: /var/log}}
            - {name: pods, hostPath: {path: /var/log/pods}} #! volume 'pods' is '/var/log/pods' of the node, which is allowed read-only, yet container 'app' can write to it
            - {name: data, hostPath: {path: /data/shop}}
            - {name: unused, hostPath: {path: /var/log/pods}}
            - {name: etc, hostPath: {path: /etc}} #! not allowed
        """;
    rule.check(pod);
    assertThat(rule.findings(pod.replaceAll(" #!.*", "")).get(0).related())
        .singleElement()
        .satisfies(place -> assertThat(place.location()).hasToString("test.yaml:8:11"));
  }
}
