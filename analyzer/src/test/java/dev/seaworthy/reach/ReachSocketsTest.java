package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose sockets the groups of a container open. */
class ReachSocketsTest {

  private static final String POD =
      "{securityContext: {runAsNonRoot: true, %s}, containers: [{name: c, securityContext:"
          + " {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}, volumeMounts: [{name:"
          + " v, mountPath: /m, readOnly: true}]}], volumes: [{name: v, hostPath: {path: %s}}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runAsUser: 1000                                | /run/containerd/containerd.sock | true
          runAsGroup: 0                                  | /run/crio/crio.sock             | true
          runAsGroup: 1000                               | /run/crio/crio.sock             | false
          runAsGroup: 999                                | /run/containerd/containerd.sock | false
          runAsGroup: 1000, fsGroup: 999                 | /run/containerd/containerd.sock | false
          runAsGroup: 1000, supplementalGroups: [999]    | /run/containerd/containerd.sock | false
          runAsGroup: 1000, fsGroup: 0                   | /run/containerd/containerd.sock | true
          runAsGroup: 1000, supplementalGroups: [0]      | /run/containerd/containerd.sock | true
          runAsGroup: 999                                | /var/run/docker.sock            | true
          runAsGroup: 1000, fsGroup: 998                 | /var/run/docker.sock            | true
          runAsGroup: 1000, supplementalGroups: [5, 999] | /var/run                        | true
          runAsGroup: 1000, supplementalGroups: [1000]   | /var/run/docker.sock            | false
          runAsGroup: 65534, fsGroup: 65534              | /var/run/docker.sock            | false
          runAsGroup: 999                                | /run/cri-dockerd.sock           | true
          runAsGroup: 999                                | /                               | false
          runAsGroup: 0                                  | /                               | true
          """)
  void aSocketOpensToItsGroup(String security, String path, boolean open) {
    assertThat(Pods.reach(POD.formatted(security, path)).verdict() == Verdict.TAKES_NODE)
        .isEqualTo(open);
  }

  @Test
  void everyGroupThatOpensItIsThereToChange() {
    String spec =
        POD.formatted("fsGroup: 998, supplementalGroups: [999, 1000]", "/run/docker.sock");
    Reach reach = Pods.reach(spec.replace("/m, readOnly: true", "/m"));

    assertThat(reach.verdict()).isEqualTo(Verdict.TAKES_NODE);
    assertThat(reach.cut())
        .extracting(Change::message)
        .containsExactly("remove the host path of volume 'v'");
    assertThat(
            ReachEdgesTest.steps(spec, ClusterProfile.DEFAULT)
                .filter(step -> step.edge().id().equals("runtime-socket-group"))
                .map(step -> step.cuts().get(1).message()))
        .containsExactly(
            "set 'runAsGroup' to '1000'", "remove group '999'", "set 'fsGroup' to '1000'");
  }

  @Test
  void theGroupOfAnAgentThatOnlyReadsIsNotTheSockets() {
    String exporter =
        "{hostNetwork: true, hostPID: true, securityContext: {runAsUser: 65534, runAsGroup: 65534,"
            + " fsGroup: 65534, runAsNonRoot: true}, containers: [{name: node-exporter,"
            + " securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]},"
            + " readOnlyRootFilesystem: true}, volumeMounts: [{name: root, mountPath: /host,"
            + " readOnly: true}]}], volumes: [{name: root, hostPath: {path: /}}]}";

    assertThat(Pods.reach(exporter).verdict()).isEqualTo(Verdict.SEES_HOST);
  }
}
