package dev.seaworthy.reach;

import static dev.seaworthy.reach.ReachEdgesTest.open;
import static dev.seaworthy.reach.ReachEdgesTest.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.NodeDefaults;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SELinux and AppArmor stop, and what they do not. */
class ReachConfinementTest {

  private static final ClusterProfile ENFORCING =
      ClusterProfile.DEFAULT.with(
          new NodeDefaults(
              NodeDefaults.DEFAULT.runtimeDefaultCapabilities(),
              true,
              true,
              true,
              false,
              true,
              false));

  private static final String CONFINED = "appArmorProfile: {type: RuntimeDefault}";

  @ParameterizedTest
  @MethodSource("dev.seaworthy.reach.ReachEdgesTest#cases")
  void seLinuxStopsWhatThePolicyRefusesToContainers(ReachEdgesTest.Case example) {
    Set<String> stopped =
        Set.of(
            "runtime-socket",
            "runtime-socket-group",
            "system-bus",
            "control-groups",
            "writes-home",
            "writes-host-path",
            "writes-below-read-only",
            "reads-node-credentials",
            "reads-host-path",
            "plants-log-links",
            "control-plane-files",
            "proc-unmasked",
            "sys-module",
            "dac-read-search",
            "mac-admin",
            "mac-override");
    String confined = example.spec().replace("privileged: true", "privileged: false");

    if (stopped.contains(example.edge())) {
      assertThat(open(confined, ENFORCING)).doesNotContain(example.edge());
      for (String unlabelled : List.of("hostPID: true", "hostIPC: true", "hostNetwork: true")) {
        assertThat(open(confined.replaceFirst("\\{", "{" + unlabelled + ", "), ENFORCING))
            .contains(example.edge());
      }
      String type = "{securityContext: {seLinuxOptions: {type: spc_t}}, ";
      assertThat(open(confined.replaceFirst("\\{", type), ENFORCING)).contains(example.edge());
      assertThat(open(confined.replaceFirst("\\{", type.replace("spc", "container")), ENFORCING))
          .doesNotContain(example.edge());
    } else if (example.spec().equals(confined) && !example.spec().contains("windows")) {
      assertThat(open(confined, ENFORCING)).contains(example.edge());
    }
  }

  @Test
  void seLinuxLeavesWhatThePolicyAllows() {
    String etc = path("", "/etc", "a", "b").spec().replace("privileged: true", "runAsUser: 0");
    String socket = etc.replace("/etc", "/run/containerd/containerd.sock");

    assertThat(open(etc, ENFORCING)).contains("sees-host-path").doesNotContain("reads-host-path");
    assertThat(open(etc.replace("/etc", "/proc"), ENFORCING)).doesNotContain("sees-host-path");
    assertThat(open(etc.replace("/etc", "/var/lib/containerd"), ENFORCING))
        .contains("reads-host-path");
    assertThat(
            open(
                socket.replace("runAsUser: 0", "seLinuxOptions: {type: container_kvm_t}"),
                ENFORCING))
        .contains("runtime-socket");
  }

  @Test
  void seLinuxKeepsDevicesOfTheNodeFromContainers() {
    String disk = path("", "/dev/sda", "a", "b").spec().replace("privileged: true", "");

    assertThat(open(disk, ENFORCING)).contains("mknod").doesNotContain("host-device");
    assertThat(open(disk.replaceFirst("\\{", "{hostIPC: true, "), ENFORCING))
        .contains("host-device");
  }

  @Test
  void theTypeThatSeLinuxDoesNotConfineIsThereToRemove() {
    String spec =
        path("", "/etc", "a", "b")
            .spec()
            .replace("privileged: true", "seLinuxOptions: {type: spc_t, level: s0}");
    ClusterProfile usual =
        ClusterProfile.DEFAULT.with(
            new NodeDefaults(
                NodeDefaults.DEFAULT.runtimeDefaultCapabilities(),
                false,
                false,
                true,
                true,
                true,
                true));
    Reach reach = Pods.reach(Pods.pod(spec, usual));
    Step step = reach.path().get(reach.path().size() - 1);

    assertThat(step.edge().id()).isEqualTo("writes-host-path");
    assertThat(step.used()).containsExactly(Assumption.SELINUX_ENFORCED);
    assertThat(step.cuts()).extracting(Change::message).contains("remove SELinux type 'spc_t'");
    assertThat(step.fields())
        .extracting(field -> field.path().toString())
        .contains("spec.containers[0].securityContext.seLinuxOptions.type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sys, mountPath: /sys", "/sys/kernel, mountPath: /sys/kernel/"})
  void appArmorGuardsSysWhereContainersHaveIt(String mount) {
    assertThat(writes(mount, "")).contains("writes-host-path");
    assertThat(writes(mount, CONFINED)).doesNotContain("writes-host-path");
    assertThat(writes(mount, CONFINED + ", privileged: true")).contains("writes-host-path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sys, mountPath: /host/sys",
        "/sys, mountPath: /sys/../host",
        "/proc, mountPath: /host/proc",
        "/, mountPath: /sys"
      })
  void appArmorGoesByThePathInTheContainer(String mount) {
    assertThat(writes(mount, CONFINED)).contains("writes-host-path");
  }

  @Test
  void appArmorGuardsSysBelowAReadOnlyMount() {
    String mount = "/sys, mountPath: /sys, readOnly: true";

    assertThat(writes(mount, "")).contains("writes-below-read-only");
    assertThat(writes(mount, CONFINED)).doesNotContain("writes-below-read-only");
    assertThat(writes(mount.replace("mountPath: ", "mountPath: /host"), CONFINED))
        .contains("writes-below-read-only");
  }

  @Test
  void appArmorLeavesWhatTakesNoMountingToSysAdmin() {
    assertThat(writes("/srv, mountPath: /m", CONFINED + ", capabilities: {add: [SYS_ADMIN]}"))
        .contains("sys-admin");
  }

  @Test
  void anAppArmorProfileIsACutWhereThereIsAFieldForIt() {
    String spec =
        "{containers: [{name: c, securityContext: {procMount: Unmasked,"
            + " appArmorProfile: {type: Unconfined}}}]}";

    assertThat(cuts(spec, new KubernetesVersion(1, 34)))
        .contains("set 'appArmorProfile.type' to 'RuntimeDefault'");
    assertThat(cuts(spec, new KubernetesVersion(1, 29)))
        .isNotEmpty()
        .doesNotContain("set 'appArmorProfile.type' to 'RuntimeDefault'");
  }

  private static List<String> cuts(String spec, KubernetesVersion version) {
    return Pods.reach(Pods.pod(spec, ClusterProfile.of(version))).path().stream()
        .filter(step -> step.edge().id().equals("proc-unmasked"))
        .flatMap(step -> step.cuts().stream())
        .map(Change::message)
        .toList();
  }

  private static List<String> writes(String mount, String security) {
    String path = mount.substring(0, mount.indexOf(','));
    String spec =
        "{containers: [{name: c, securityContext: {%s}, volumeMounts: [{name: v%s}]}],"
            + " volumes: [{name: v, hostPath: {path: %s}}]}";
    return open(
        spec.formatted(security, mount.substring(path.length()), path), ClusterProfile.DEFAULT);
  }
}
