package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which user a container has, and what that user gets at. */
class ReachUsersTest {

  private static final String WINDOWS = "{os: {name: windows}, ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "privileged | containers: [{name: c, securityContext: {privileged: true}}]",
        "host-pid | hostPID: true, containers: [{name: c}]",
        "host-ipc | hostIPC: true, containers: [{name: c}]",
        "host-network | hostNetwork: true, containers: [{name: c}]",
        "runtime-socket-group | volumes: [{name: v, hostPath: {path: \\\\.\\pipe\\docker_engine}}],"
            + " containers: [{name: c, volumeMounts: [{name: v, mountPath: \\\\.\\pipe\\d}]}]",
      })
  void windowsHasNoneOfWhatLinuxShares(String example) {
    String edge = example.substring(0, example.indexOf(" | "));
    String fields = example.substring(edge.length() + 3) + "}";

    assertThat(ReachEdgesTest.open("{" + fields, ClusterProfile.DEFAULT)).contains(edge);
    assertThat(ReachEdgesTest.open(WINDOWS + fields, ClusterProfile.DEFAULT)).doesNotContain(edge);
  }

  @ParameterizedTest
  @CsvSource({
    "runAsUser: 1000, /home/ada, TAKES_NODE",
    "runAsUser: 1000, /home/ada/data, CONTAINED",
    "runAsUser: 1000, /root, CONTAINED",
    "runAsUser: 65534, /home/ada, CONTAINED",
    "runAsUser: 101, /home/ada, CONTAINED",
    "runAsUser: 1000, /, TAKES_NODE",
    "runAsUser: 65534, /, SEES_HOST",
    "runAsNonRoot: true, /home/ada, CONTAINED"
  })
  void anOrdinaryUserMayBeTheOneWhoseHomeItIs(String user, String path, Verdict verdict) {
    String spec =
        "{containers: [{name: c, securityContext: {allowPrivilegeEscalation: false,"
            + " runAsGroup: 1000, %s}, volumeMounts: [{name: v, mountPath: /m}]}], volumes:"
            + " [{name: v, hostPath: {path: %s}}]}";

    assertThat(Pods.reach(spec.formatted(user, path)).verdict()).isEqualTo(verdict);
  }

  @Test
  void theRuntimesPipeOpensToTheAdministrator() {
    String spec =
        WINDOWS
            + "volumes: [{name: v, hostPath: {path: \\\\.\\pipe\\docker_engine}}],"
            + " containers: [{name: c, securityContext: {windowsOptions: {runAsUserName: %s}},"
            + " volumeMounts: [{name: v, mountPath: \\\\.\\pipe\\d}]}]}";

    assertThat(Pods.reach(spec.formatted("ContainerAdministrator")).verdict())
        .isEqualTo(Verdict.TAKES_NODE);
    assertThat(Pods.reach(spec.formatted("ContainerUser")).verdict()).isEqualTo(Verdict.CONTAINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{securityContext: {runAsUser: 0}, containers: [{name: c, securityContext: {runAsNonRoot: true}}]}",
        "{securityContext: {runAsNonRoot: true}, hostPID: true, containers: [{name: c,"
            + " securityContext: {runAsUser: 0, privileged: true}}]}",
        WINDOWS
            + "securityContext: {runAsNonRoot: true, windowsOptions: {runAsUserName:"
            + " ContainerAdministrator}}, containers: [{name: c}]}",
      })
  void aContainerThatTheKubeletRefusesReachesNothing(String spec) {
    assertThat(Pods.reach(spec).verdict()).isEqualTo(Verdict.CONTAINED);
    assertThat(Pods.reach(spec.replace("runAsNonRoot: true", "runAsNonRoot: false")).verdict())
        .isGreaterThan(Verdict.CONTAINED);
  }

  @Test
  void theOthersOfItsPodAreNotRefused() {
    String spec =
        "{securityContext: {runAsNonRoot: true}, containers: [{name: b},"
            + " {name: c, securityContext: {runAsUser: 0, privileged: true}}]}";

    assertThat(Pods.reach(spec).verdict()).isEqualTo(Verdict.ROOT_IN_CONTAINER);
    assertThat(Pods.reach(spec).path())
        .extracting(Step::message)
        .containsExactly("container 'b' lets programs gain privileges");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runAsNonRoot: true", "windowsOptions: {runAsUserName: ContainerUser}"})
  void onWindowsTheKubeletRefusesTheAdministrator(String security) {
    String spec = WINDOWS + "containers: [{name: c, securityContext: {%s}}]}";

    assertThat(ReachEdgesTest.open(spec.formatted(""), ClusterProfile.DEFAULT))
        .containsExactly("runs-as-root");
    assertThat(ReachEdgesTest.open(spec.formatted(security), ClusterProfile.DEFAULT)).isEmpty();
  }
}
