package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which user a container has, and what that user gets at. */
class ReachUsersTest {

  private static final String WINDOWS = "{os: {name: windows}, ";

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
