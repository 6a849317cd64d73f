package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.testing.RuleTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestrictedVolumeTypeTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      spec:
        volumes:
      """;

  private final RuleTester rule = RuleTester.of(BundledRule.named("restricted-volume-type"));

  @Test
  void allowsWhatTheRestrictedLevelAllows() {
    rule.check(
        POD
            + """
                - {name: a, configMap: {name: a}}
                - {name: b, csi: {driver: csi.example.com}}
                - {name: c, downwardAPI: {}}
                - {name: d, emptyDir: {}}
                - {name: e, ephemeral: {}}
                - {name: f, image: {reference: example}}
                - {name: g, persistentVolumeClaim: {claimName: g}}
                - {name: h, projected: {sources: []}}
                - {name: i, secret: {secretName: i}}
                - {name: j}
            """);
  }

  @Test
  void flagsTheOthersAtTheirField() {
    rule.check(
        POD
            + """
                - name: share
                  nfs: {server: nfs.example, path: /} #! volume 'share' is of type 'nfs', with which the pod picks storage past the cluster's classes and claims
                - {name: ceph, cephfs: {monitors: [a]}} #! volume 'ceph' is of type 'cephfs'
                - {name: code, gitRepo: {repository: "https://git.example"}} #! is of type 'gitRepo', for which git runs as root on the node
                - {name: flex, flexVolume: {driver: a/b}} #! is of type 'flexVolume', whose driver runs as root
            """);
  }

  @Test
  void leavesHostPathsAndUnknownFieldsAlone() {
    rule.check(
        POD
            + """
                - {name: node, hostPath: {path: /}}
                - {name: misspelt, configmap: {name: a}}
            """);
  }

  @Test
  void whatIsAllowedCanBeChosen() {
    ParameterValue allowed = new ParameterValue.Texts(List.of("nfs", "configMap"));
    RuleTester.of(
            ((ParameterizedRule) BundledRule.named("restricted-volume-type"))
                .withParameters(Map.of("allowed", allowed)))
        .check(
            POD
                + """
                    - {name: share, nfs: {server: a, path: /}}
                    - {name: settings, configMap: {name: a}}
                    - {name: scratch, emptyDir: {}} #! volume 'scratch' is of type 'emptyDir', which is not allowed
                """);
  }
}
