package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Foothold;
import dev.seaworthy.reach.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The steps that capabilities open. All of them take root, as Kubernetes gives ordinary users no
 * ambient capabilities, and none works in a user namespace: the kernel asks for the capability in
 * the namespace that owns the thing, and that is the node's.
 *
 * <p>SELinux leaves containers all capabilities but three (virt_sandbox_use_all_caps, which is on
 * by default): SYS_MODULE, MAC_ADMIN and MAC_OVERRIDE.
 */
final class CapabilityEdges {

  private static final String MANUAL = "https://man7.org/linux/man-pages/man7/capabilities.7.html";

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          edge(
              "sys-admin",
              "mounts file systems of the node and leaves the container",
              NODE,
              """
              SYS_ADMIN mounts disks and control groups, whose release agent the kernel runs as root \
              on the node (CVE-2022-0492). The runtime's seccomp profile allows the calls to who has \
              the capability; its AppArmor profile refuses mount, but not bpf, which serves as well.""",
              "https://nvd.nist.gov/vuln/detail/CVE-2022-0492",
              of("SYS_ADMIN")),
          edge(
              "sys-module",
              "loads a module into the node's kernel",
              NODE,
              """
              SYS_MODULE loads code into the one kernel that all share. The runtime's seccomp profile \
              allows it to who has the capability; SELinux, if enforced, refuses it to containers.""",
              MANUAL,
              SeLinux.refuses(of("SYS_MODULE"))),
          edge(
              "sys-ptrace",
              "takes over a process of the node",
              NODE,
              """
              SYS_PTRACE with 'hostPID' reads and writes the memory of any process. The runtime's \
              AppArmor profile stops it: it allows to trace the container's own processes only. SELinux \
              does not, as pods with 'hostPID' may have no label.""",
              "https://man7.org/linux/man-pages/man2/ptrace.2.html",
              AppArmor.refuses(
                  situation -> beside(situation, "SYS_PTRACE", situation.pod().hostPid()))),
          edge(
              "sys-rawio",
              "drives the node's devices past the kernel",
              NODE,
              "SYS_RAWIO opens the ports of devices, which read and write all memory.",
              "https://man7.org/linux/man-pages/man2/iopl.2.html",
              of("SYS_RAWIO")),
          edge(
              "dac-read-search",
              "opens the node's files by their handle",
              NODE,
              """
              DAC_READ_SEARCH opens files by a handle that can be guessed, wherever they lie on a file \
              system of which the container sees a part, such as its /etc/hosts. Root's own files can \
              be written to as well. SELinux, if enforced, stops it: the files keep their labels. The \
              runtime's AppArmor profile does not: it allows all files.""",
              "https://man7.org/linux/man-pages/man2/open_by_handle_at.2.html",
              SeLinux.refuses(of("DAC_READ_SEARCH"))),
          edge(
              "bpf",
              "loads a program into the kernel that changes the memory of processes",
              NODE,
              """
              BPF together with PERFMON traces all processes and writes to their memory; by itself it \
              cannot attach to what is not the pod's.""",
              "https://man7.org/linux/man-pages/man2/bpf.2.html",
              CapabilityEdges::bpf),
          edge(
              "sys-boot",
              "starts another kernel",
              NODE,
              """
              SYS_BOOT loads a kernel that the node then runs (kexec). The runtime's seccomp profile \
              stops it: it knows the call for nobody.""",
              "https://man7.org/linux/man-pages/man2/kexec_load.2.html",
              CapabilityEdges::boot),
          edge(
              "perfmon",
              "observes all processes of the node",
              HOST_VIEW,
              "PERFMON samples the kernel and all processes, whosever they are.",
              "https://man7.org/linux/man-pages/man2/perf_event_open.2.html",
              of("PERFMON")),
          edge(
              "syslog",
              "reads the node's kernel log",
              HOST_VIEW,
              "SYSLOG reads what the kernel tells of the node and where its parts lie in memory.",
              "https://man7.org/linux/man-pages/man2/syslog.2.html",
              of("SYSLOG")),
          edge(
              "net-admin",
              "redirects the node's traffic",
              HOST_VIEW,
              """
              NET_ADMIN with 'hostNetwork' changes interfaces, routes and firewall rules of the node, \
              so that traffic of the node and of other pods passes through the container.""",
              MANUAL,
              onHostNetwork("NET_ADMIN")),
          edge(
              "net-raw",
              "listens to the node's traffic",
              HOST_VIEW,
              """
              NET_RAW with 'hostNetwork' reads all packets of the node and of its pods, and forges \
              them; in a network of its own the pod sees its own.""",
              "https://man7.org/linux/man-pages/man7/packet.7.html",
              onHostNetwork("NET_RAW")),
          edge(
              "sys-time",
              "sets the node's clock",
              HOST_VIEW,
              "SYS_TIME sets the clock by which the node judges certificates and tokens.",
              MANUAL,
              of("SYS_TIME")),
          edge(
              "mac-admin",
              "changes the node's access rules",
              HOST_VIEW,
              """
              MAC_ADMIN changes the AppArmor and SELinux rules of the node, those of other pods too. \
              The runtime's AppArmor profile refuses to load others, and SELinux itself, if enforced, \
              refuses the capability.""",
              MANUAL,
              AppArmor.refuses(SeLinux.refuses(of("MAC_ADMIN")))),
          edge(
              "mac-override",
              "ignores the node's access rules",
              HOST_VIEW,
              """
              MAC_OVERRIDE ignores mandatory access control, which keeps containers apart. SELinux \
              itself, if enforced, refuses it to containers.""",
              MANUAL,
              SeLinux.refuses(of("MAC_OVERRIDE"))));

  private CapabilityEdges() {}

  private static DefinedEdge<Situation> edge(
      String id,
      String title,
      Foothold to,
      String explanation,
      String reference,
      Function<Situation, List<Cause>> causes) {
    return new DefinedEdge<>(
        id,
        title,
        ROOT,
        to,
        explanation,
        reference,
        List.of(
            Assumption.RUNTIME_DEFAULT_CAPABILITIES,
            Assumption.ROOTLESS_NODES,
            Assumption.SECCOMP_DEFAULT,
            Assumption.SELINUX_ENFORCED),
        situation ->
            situation.userNamespace().isolatesRoot() ? List.of() : causes.apply(situation));
  }

  private static Function<Situation, List<Cause>> of(String name) {
    return situation ->
        CapabilitySource.of(name, situation).stream()
            .map(source -> cause(situation, source, "has capability '" + name + "'", List.of()))
            .toList();
  }

  private static Function<Situation, List<Cause>> onHostNetwork(String name) {
    return situation -> beside(situation, name, situation.pod().hostNetwork());
  }

  private static List<Cause> beside(Situation situation, String name, Setting<Boolean> shared) {
    if (!shared.is(true)) {
      return List.of();
    }
    Field field = shared.field();
    String what = "has capability '" + name + "' and '" + field.path().name() + "'";
    return CapabilitySource.of(name, situation).stream()
        .map(source -> cause(situation, source, what, List.of(field)))
        .toList();
  }

  private static List<Cause> bpf(Situation situation) {
    Optional<CapabilitySource> perfmon = CapabilitySource.of("PERFMON", situation);
    return CapabilitySource.of("BPF", situation).stream()
        .filter(bpf -> perfmon.isPresent())
        .map(
            bpf ->
                new Cause(
                    situation.container() + " has capabilities 'BPF' and 'PERFMON'",
                    List.of(bpf.field(), perfmon.get().field()),
                    bpf.used(),
                    List.of(bpf.cut(), perfmon.get().cut())))
        .toList();
  }

  private static List<Cause> boot(Situation situation) {
    Optional<Unconfined> unconfined = Unconfined.of(situation);
    return CapabilitySource.of("SYS_BOOT", situation).stream()
        .filter(source -> unconfined.isPresent())
        .map(
            source ->
                new Cause(
                    situation.container() + " has capability 'SYS_BOOT' without a seccomp profile",
                    List.of(source.field(), unconfined.get().field()),
                    unconfined.get().used(),
                    unconfined.get().cutsAfter(source.cut())))
        .toList();
  }

  private static Cause cause(
      Situation situation, CapabilitySource source, String what, List<Field> flags) {
    List<Field> fields = new ArrayList<>(List.of(source.field()));
    fields.addAll(flags);
    List<Change> cuts = new ArrayList<>(List.of(source.cut()));
    flags.forEach(flag -> cuts.add(Change.set(flag, "false")));
    return new Cause(situation.container() + " " + what, fields, source.used(), cuts);
  }
}
