package dev.seaworthy.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.NodeDefaults;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.reach.host.HostEdges;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of step on both sides: a pod that opens it, and one fact changed. */
class ReachEdgesTest {

  private static final ClusterProfile OPEN =
      ClusterProfile.DEFAULT.with(
          new NodeDefaults(
              NodeDefaults.DEFAULT.runtimeDefaultCapabilities(),
              true,
              true,
              true,
              false,
              false,
              false));

  /** No field of a pod stops the one, and the other takes more objects than the pod. */
  private static final Set<String> ELSEWHERE = Set.of("anonymous-kubelet", "raw-block-device");

  /**
   * A pod that opens a step, and what keeps it closed.
   *
   * @param spec the pod spec as JSON
   * @param part a part of it
   * @param instead what closes the step in the place of that part
   */
  record Case(String edge, ClusterProfile cluster, String spec, String part, String instead) {

    @Override
    public String toString() {
      return edge + ": " + part + " -> " + instead;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        container("runs-as-root", "", "", "runAsNonRoot: true"),
        container("runs-as-root", "runAsUser: 0", "runAsUser: 0", "runAsUser: 1"),
        container("becomes-root", "", "", "allowPrivilegeEscalation: false"),
        container("privileged", "privileged: true", "true", "false"),
        capability("sys-admin", "SYS_ADMIN"),
        capability("sys-module", "SYS_MODULE"),
        capability("sys-rawio", "SYS_RAWIO"),
        container("mknod", "", "", "capabilities: {drop: [MKNOD]}"),
        container(
            "mknod", "capabilities: {add: [MKNOD], drop: [ALL]}", "add: [MKNOD]", "add: [CHOWN]"),
        capability("dac-read-search", "DAC_READ_SEARCH"),
        capability("sys-boot", "SYS_BOOT"),
        container(
            "sys-boot",
            "capabilities: {add: [SYS_BOOT]}",
            "add: [SYS_BOOT]}",
            "add: [SYS_BOOT]}, seccompProfile: {type: RuntimeDefault}"),
        capability("bpf", "BPF, PERFMON", "BPF"),
        capability("bpf", "BPF, PERFMON", "PERFMON"),
        capability("perfmon", "PERFMON"),
        capability("syslog", "SYSLOG"),
        capability("sys-time", "SYS_TIME"),
        capability("mac-admin", "MAC_ADMIN"),
        container(
            "mac-admin",
            "capabilities: {add: [MAC_ADMIN]}",
            "capabilities",
            "appArmorProfile: {type: RuntimeDefault}, capabilities"),
        capability("mac-override", "MAC_OVERRIDE"),
        beside("sys-ptrace", "hostPID", "SYS_PTRACE", "hostPID: true", "hostPID: false"),
        beside("sys-ptrace", "hostPID", "SYS_PTRACE", "SYS_PTRACE", "KILL"),
        beside(
            "sys-ptrace",
            "hostPID",
            "SYS_PTRACE",
            "securityContext: {",
            "securityContext: {appArmorProfile: {type: RuntimeDefault}, "),
        beside("net-admin", "hostNetwork", "NET_ADMIN", "true", "false"),
        beside("net-admin", "hostNetwork", "NET_ADMIN", "NET_ADMIN", "KILL"),
        beside("net-raw", "hostNetwork", "KILL", "true", "false"),
        beside("net-raw", "hostNetwork", "KILL", "add: [KILL]", "drop: [NET_RAW]"),
        pod("host-pid", "hostPID: true", "true", "false"),
        pod("host-network", "hostNetwork: true", "true", "false"),
        pod("host-ipc", "hostIPC: true", "true", "false"),
        container("proc-unmasked", "procMount: Unmasked", "Unmasked", "Default"),
        container(
            "proc-unmasked",
            "procMount: Unmasked",
            "procMount",
            "appArmorProfile: {type: RuntimeDefault}, procMount"),
        container("unprivileged-bpf", "", "", "seccompProfile: {type: RuntimeDefault}"),
        pod("windows-host-process", windows("hostProcess: true"), "true", "false"),
        path("runtime-socket", "/run/containerd/containerd.sock", "containerd.sock", "other"),
        path("runtime-socket", "/var/run", "/var/run", "/srv"),
        path("runtime-socket-group", "/run/docker.sock", "privileged: true", "runAsGroup: 1000"),
        path("system-bus", "/var/run/dbus", "dbus", "udev"),
        path("system-bus", "/run/systemd/private", "private", "other"),
        path("writes-host-path", "/etc", "{name: v, ", "{readOnly: true, name: v, "),
        path("writes-host-path", "/etc", "/etc", "/srv/data"),
        path("writes-host-path", "/var/lib/kubelet", "{name: v, ", "{subPath: seccomp, name: v, "),
        path(
            "writes-below-read-only",
            "/",
            "{name: v, ",
            "{readOnly: true, recursiveReadOnly: Enabled, name: v, "),
        path("reads-node-credentials", "/var/lib/kubelet", "kubelet", "kubelet/seccomp"),
        path("reads-host-path", "/root", "/root", "/srv"),
        path("plants-log-links", "/var/log", "{name: v, ", "{readOnly: true, name: v, "),
        path("sees-host-path", "/etc", "/etc", "/srv"),
        path("control-groups", "/sys/fs/cgroup", "{name: v, ", "{readOnly: true, name: v, "),
        path("control-groups", "/sys/fs/cgroup", "cgroup", "pstore"),
        home("/home/ada", "runAsUser: 1000", "runAsUser: 0"),
        home("/home", "runAsUser: 1000", "runAsUser: 10001"),
        home("/", "{name: v, ", "{readOnly: true, name: v, "),
        home("/home/ada/.ssh", ".ssh", "photos"),
        path("writes-host-path", "/run/udev", "/run/udev", "/run/lock"),
        path("writes-host-path", "/etc/logrotate.d", "logrotate.d", "calico"),
        path("host-device", "/dev", "privileged: true", "privileged: false"),
        placed("control-plane-node", "key: node-role.kubernetes.io/control-plane", "key: gpu"),
        placed("control-plane-node", "effect: NoSchedule", "effect: NoExecute"),
        placed("control-plane-node", "Exists", "Equal, value: x"),
        placed("control-plane-files", "path: /etc/kubernetes", "path: /srv"),
        new Case(
            "control-plane-node",
            OPEN,
            "{containers: [{name: c}]}",
            "{containers",
            "{affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                + " {nodeSelectorTerms: [{matchExpressions: [{key:"
                + " node-role.kubernetes.io/control-plane, operator: DoesNotExist}]}]}}},"
                + " containers"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isOpenUntilOneFactChanges(Case example) {
    String closed =
        example.part.isEmpty()
            ? example.spec.replace("securityContext: {", "securityContext: {" + example.instead)
            : example.spec.replace(example.part, example.instead);

    assertThat(closed).isNotEqualTo(example.spec);
    assertThat(open(example.spec, example.cluster)).contains(example.edge);
    assertThat(open(closed, example.cluster)).doesNotContain(example.edge);
  }

  @Test
  void everyEdgeHasAnExample() {
    Set<String> ids = HostEdges.ALL.stream().map(Edge::id).collect(Collectors.toSet());

    assertThat(ids).hasSize(HostEdges.ALL.size());
    assertThat(cases().map(Case::edge).collect(Collectors.toSet()))
        .containsAll(ids.stream().filter(id -> !ELSEWHERE.contains(id)).toList());
  }

  @Test
  void aFolderOfWhichNothingIsKnownOpensNoStep() {
    String data = path("", "/mnt/data", "a", "b").spec.replace("privileged: true", "");

    assertThat(Pods.reach(data).verdict()).isEqualTo(Verdict.ROOT_IN_CONTAINER);
  }

  @Test
  void theSystemBusHoldsNoKeyOfTheKubelet() {
    String bus =
        path("", "/run/dbus", "a", "b").spec.replace("{name: v, m", "{readOnly: true, name: v, m");

    assertThat(open(bus, ClusterProfile.DEFAULT))
        .contains("system-bus")
        .doesNotContain("reads-node-credentials", "reads-host-path");
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/cron.d, set 'readOnly' to 'true'",
    "/var/log, set 'readOnly' to 'true'",
    "/, remove the host path of volume 'v'",
    "/run/containerd/containerd.sock, remove the host path of volume 'v'"
  })
  void aStricterMountComesBeforeAnotherVolume(String path, String first) {
    Reach reach = Pods.reach(path("", path, "", "").spec.replace("privileged: true", ""));

    assertThat(reach.cut().get(0).message()).isEqualTo(first);
  }

  @Test
  void anAnonymousKubeletIsAnAssumption() {
    assertThat(open("{containers: [{name: c}]}", OPEN)).contains("anonymous-kubelet");
    assertThat(open("{containers: [{name: c}]}", ClusterProfile.DEFAULT))
        .doesNotContain("anonymous-kubelet");
  }

  @Test
  void devicesAreKeptFromContainersByDefault() {
    String disk = path("", "/dev/sda", "a", "b").spec.replace("privileged: true", "");

    assertThat(open(disk, OPEN)).contains("mknod", "host-device");
    assertThat(open(disk, ClusterProfile.DEFAULT)).doesNotContain("mknod", "host-device");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aUserNamespaceStopsWhatTakesTheKernel(Case example) {
    Set<String> stopped =
        ReachAnalysis.edges().stream()
            .map(Edge::id)
            .filter(
                Set.of(
                        "privileged",
                        "proc-unmasked",
                        "mknod",
                        "system-bus",
                        "control-groups",
                        "writes-below-read-only",
                        "sys-admin",
                        "sys-module",
                        "sys-ptrace",
                        "sys-rawio",
                        "dac-read-search",
                        "bpf",
                        "sys-boot",
                        "perfmon",
                        "syslog",
                        "net-admin",
                        "net-raw",
                        "sys-time",
                        "mac-admin",
                        "mac-override")
                    ::contains)
            .collect(Collectors.toSet());
    String own = example.spec.replaceFirst("\\{", "{hostUsers: false, ");

    assertThat(open(own, example.cluster)).doesNotContainAnyElementsOf(stopped);
    assertThat(open(own, example.cluster).contains(example.edge))
        .isEqualTo(!stopped.contains(example.edge));
  }

  @Test
  void aRootlessKubeletProtectsTheMachine() {
    ClusterProfile rootless = new ClusterProfile(KubernetesVersion.LATEST, true, true, false);
    String etc = path("", "/etc", "a", "b").spec.replace("privileged: true", "privileged: false");

    assertThat(open(etc, rootless)).doesNotContain("writes-host-path", "privileged");
    assertThat(
            open(
                etc.replace("/etc", "/home/ada").replace("privileged: false", "runAsUser: 1000"),
                rootless))
        .doesNotContain("writes-home");
    assertThat(open(etc.replace("/etc", "/var/lib/kubelet"), rootless))
        .contains("writes-host-path");
  }

  static List<String> open(String spec, ClusterProfile cluster) {
    return steps(spec, cluster).map(step -> step.edge().id()).distinct().toList();
  }

  /** The steps from the first container. */
  static Stream<Step> steps(String spec, ClusterProfile cluster) {
    var container = Pods.pod(spec, cluster).containers().get(0);
    Situation situation = new Situation(container, ScannedObjects.NONE);
    return HostEdges.ALL.stream()
        .flatMap(edge -> edge.steps(situation, Stage.of(edge.from())).stream());
  }

  private static Case pod(String edge, String fields, String part, String instead) {
    String containers = fields.contains("containers:") ? "" : ", containers: [{name: c}]";
    return new Case(edge, ClusterProfile.DEFAULT, "{" + fields + containers + "}", part, instead);
  }

  private static Case container(String edge, String security, String part, String instead) {
    String spec = "{containers: [{name: c, securityContext: {" + security + "}}]}";
    return new Case(edge, OPEN, spec, part, instead);
  }

  private static Case capability(String edge, String names) {
    return capability(edge, names, names);
  }

  private static Case capability(String edge, String names, String part) {
    return container(edge, "capabilities: {add: [" + names + "]}", part, "KILL");
  }

  private static Case beside(
      String edge, String flag, String capability, String part, String instead) {
    String spec =
        "{%s: true, containers: [{name: c, securityContext: {capabilities: {add: [%s]}}}]}"
            .formatted(flag, capability);
    return new Case(edge, ClusterProfile.DEFAULT, spec, part, instead);
  }

  private static Case home(String path, String part, String instead) {
    Case base = path("writes-home", path, part, instead);
    String spec = base.spec.replace("privileged: true", "runAsUser: 1000");
    return new Case(base.edge, base.cluster, spec, part, instead);
  }

  static Case path(String edge, String path, String part, String instead) {
    String spec =
        "{containers: [{name: c, image: a, securityContext: {privileged: true},"
            + " volumeMounts: [{name: v, mountPath: /m}]}],"
            + " volumes: [{name: v, hostPath: {path: "
            + path
            + "}}]}";
    return new Case(edge, ClusterProfile.DEFAULT, spec, part, instead);
  }

  private static Case placed(String edge, String part, String instead) {
    String spec =
        "{tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists,"
            + " effect: NoSchedule}], containers: [{name: c, volumeMounts: [{name: v,"
            + " mountPath: /m, readOnly: true}]}],"
            + " volumes: [{name: v, hostPath: {path: /etc/kubernetes}}]}";
    return new Case(edge, ClusterProfile.DEFAULT, spec, part, instead);
  }

  private static String windows(String options) {
    return "os: {name: windows}, securityContext: {windowsOptions: {" + options + "}}";
  }
}
