package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.ScannedObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What root in one container gets through the processes of another. */
class ReachSharedProcessesTest {

  private static final String POD =
      "{shareProcessNamespace: true, containers: [{name: a, securityContext: {}},"
          + " {name: b, securityContext: {}, volumeMounts: [{name: v, mountPath: /m}]}],"
          + " volumes: [{name: v, hostPath: {path: /etc/cron.d}}]}";

  @Test
  void rootGetsAtWhatTheOtherContainerMounts() {
    Reach reach = reachOfA(POD);

    assertThat(reach.verdict()).isEqualTo(Verdict.TAKES_NODE);
    assertThat(reach.path())
        .extracting(Step::message)
        .last()
        .isEqualTo(
            "'/etc/cron.d' of the node through container 'b' lets it run programs as root on the node");
    assertThat(reach.path().get(1).cuts())
        .extracting(Change::message)
        .contains("set 'shareProcessNamespace' to 'false'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shareProcessNamespace: true | shareProcessNamespace: false",
        "{name: v, mountPath | {readOnly: true, name: v, mountPath",
        "a, securityContext: {} | a, securityContext: {runAsUser: 1, allowPrivilegeEscalation: false}",
        "a, securityContext: {} | a, securityContext: {capabilities: {drop: [CHOWN]}}",
        "b, securityContext: {} | b, securityContext: {privileged: true}",
        "b, securityContext: {} | b, securityContext: {capabilities: {add: [BPF]}}",
        "{shareP | {os: {name: windows}, shareP",
      })
  void oneFactStopsIt(String change) {
    String[] parts = change.split(" \\| ");
    String closed = POD.replace(parts[0], parts[1]);

    assertThat(closed).isNotEqualTo(POD);
    assertThat(reachOfA(closed).verdict()).isLessThan(Verdict.TAKES_NODE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'drop: [ALL]'                        | runAsUser: 0             | false
          'drop: [ALL]'                        | 'capabilities: {drop: [ALL]}' | true
          'add: [SYS_PTRACE]'                  | privileged: true         | true
          'drop: [ALL]'                        | runAsUser: 1000          | false
          'drop: [ALL], add: [SETUID, SETGID]' | runAsUser: 1000          | true
          """)
  void theKernelComparesCapabilities(String capabilities, String other, boolean open) {
    String spec =
        POD.replace(
                "a, securityContext: {",
                "a, securityContext: {capabilities: {%s}".formatted(capabilities))
            .replace("b, securityContext: {", "b, securityContext: {" + other);

    assertThat(reachOfA(spec).verdict() == Verdict.TAKES_NODE).isEqualTo(open);
  }

  @Test
  void aPrivilegedContainerLooksIntoAny() {
    String spec = POD.replace("{}", "{privileged: true}").replace("/etc/cron.d", "/dev/sda");

    assertThat(steps(spec)).contains("host-device");
  }

  @Test
  void ordinaryUsersGetNothing() {
    assertThat(steps(POD.replace("/etc/cron.d", "/etc")))
        .doesNotContain("sees-host-path")
        .contains("reads-host-path");
  }

  @Test
  void aContainerThatIsOverHasNoProcesses() {
    String init = POD.replace("{name: b", "], initContainers: [{name: b");

    assertThat(reachOfA(init).verdict()).isEqualTo(Verdict.ROOT_IN_CONTAINER);
    assertThat(reachOfA(init.replace("{name: b", "{restartPolicy: Always, name: b")).verdict())
        .isEqualTo(Verdict.TAKES_NODE);
  }

  private static Reach reachOfA(String spec) {
    return ReachAnalysis.of(ScannedObjects.NONE).of(Pods.pod(spec).container("a").orElseThrow());
  }

  private static List<String> steps(String spec) {
    return ReachEdgesTest.open(spec, ClusterProfile.DEFAULT);
  }
}
