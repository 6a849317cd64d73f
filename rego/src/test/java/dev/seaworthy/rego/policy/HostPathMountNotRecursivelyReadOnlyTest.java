package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Source;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPathMountNotRecursivelyReadOnlyTest {

  private static final Rule RULE = BundledRule.named("host-path-mount-not-recursively-read-only");

  private final RuleTester rule = RuleTester.of(RULE);

  @Test
  void flagsReadOnlyMountsWithOtherMountsBelow() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: root, mountPath: /a, readOnly: true} #! container 'app' can write to '/proc' of the node: its mount of '/' is read-only, but not what is mounted below
                - {name: root, mountPath: /b, readOnly: true, recursiveReadOnly: Enabled}
                - {name: root, mountPath: /c, readOnly: true, recursiveReadOnly: IfPossible}
                - {name: root, mountPath: /d, readOnly: true, recursiveReadOnly: Disabled} #! '/'
                - {name: root, mountPath: /e, readOnly: true, subPath: var/lib} #! '/var/lib/kubelet/pods/*' of the node: its mount of '/var/lib'
                - {name: root, mountPath: /f, readOnly: true, subPath: var/log}
                - {name: root, mountPath: /g, readOnly: true, subPathExpr: $(POD_NAME)}
                - {name: root, mountPath: /h}
                - {name: root, mountPath: /i, readOnly: false}
                - {name: mnt, mountPath: /j, readOnly: true} #! '/mnt/*' of the node
                - {name: proc, mountPath: /k, readOnly: true} #! '/proc/sys/fs/binfmt_misc'
                - {name: etc, mountPath: /l, readOnly: true}
                - {name: scratch, mountPath: /m, readOnly: true}
          volumes:
            - {name: root, hostPath: {path: /}}
            - {name: mnt, hostPath: {path: //mnt}}
            - {name: proc, hostPath: {path: /proc}}
            - {name: etc, hostPath: {path: /etc}}
            - {name: scratch, emptyDir: {}}
        """);
  }

  @Test
  void saysThatPropagationIsInTheWay() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - name: run #! mounted below; to change that, 'mountPropagation: HostToContainer' has to go
                  mountPath: /a
                  readOnly: true
                  mountPropagation: HostToContainer
                - name: run #! but not what is mounted below
                  mountPath: /b
                  readOnly: true
                  mountPropagation: None
          volumes:
            - {name: run, hostPath: {path: /run}}
        """);
  }

  @Test
  void isSilentAboutPathsThatAreNotWritten() {
    rule.check(
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - name: app
              volumeMounts:
                - {name: empty, mountPath: /a, readOnly: true}
                - {name: none, mountPath: /b, readOnly: true}
          volumes:
            - {name: empty, hostPath: {path: ""}}
            - {name: none, hostPath: {type: Directory}}
        """);
  }

  @Test
  void asksOnlyForWhatTheClusterKnows() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        spec:
          containers:
            - {name: app, volumeMounts: [{name: run, mountPath: /a, readOnly: true}]}
          volumes:
            - {name: run, hostPath: {path: /run}}
        """;
    assertThat(findings(pod, "1.30")).isEmpty();
    assertThat(findings(pod, "1.31")).hasSize(1);
    assertThat(findings(pod.replace("spec:", "spec:\n  os: {name: windows}"), "1.31")).isEmpty();
  }

  private static List<Finding> findings(String pod, String version) {
    return Analyzer.builder()
        .rules(List.of(RULE))
        .selection(RuleSelection.of(Profile.ALL))
        .cluster(ClusterProfile.of(KubernetesVersion.parse(version)))
        .build()
        .analyze(Source.of("pod.yaml", pod))
        .findings();
  }
}
