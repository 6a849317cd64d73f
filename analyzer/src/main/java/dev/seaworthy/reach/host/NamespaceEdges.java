package dev.seaworthy.reach.host;

import static dev.seaworthy.reach.Foothold.CODE;
import static dev.seaworthy.reach.Foothold.HOST_VIEW;
import static dev.seaworthy.reach.Foothold.NODE;
import static dev.seaworthy.reach.Foothold.ROOT;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.Setting;
import dev.seaworthy.reach.Assumption;
import dev.seaworthy.reach.Change;
import dev.seaworthy.reach.DefinedEdge;
import dev.seaworthy.reach.DefinedEdge.Cause;
import dev.seaworthy.reach.Situation;
import java.util.List;
import java.util.function.Function;

/**
 * The steps that the node's namespaces and kernel open. Windows shares no namespace with a pod.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/windows/intro/#compatibility-v1-pod">Pods on
 *     Windows</a>
 */
final class NamespaceEdges {

  private static final String STANDARDS =
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

  static final List<DefinedEdge<Situation>> ALL =
      List.of(
          shared(
              "host-pid",
              "sees the processes of the node with their arguments",
              "Any user may list all processes and read their arguments; signals and memory take more.",
              PodSecurity::hostPid),
          shared(
              "host-network",
              "reaches what listens on the node's own addresses",
              "Services that trust the loopback address or the node's address answer, whoever asks.",
              PodSecurity::hostNetwork),
          shared(
              "host-ipc",
              "sees the shared memory of the node",
              "Any user may list shared memory and read what its owner has left open to others.",
              PodSecurity::hostIpc),
          new DefinedEdge<>(
              "proc-unmasked",
              "has the kernel run a program on the node through /proc/sys",
              ROOT,
              NODE,
              """
              Without the runtime's masks root writes the core pattern, a program that the kernel runs \
              on the node when a process crashes. It takes the node's root, whose settings they are: \
              a user namespace stops it, and so does SELinux if enforced: the containers' types may \
              not write what names a program for the kernel (usermodehelper_t). An AppArmor profile \
              stops it as well: the runtime's refuses to write to most of /proc/sys.""",
              "https://man7.org/linux/man-pages/man5/core.5.html",
              List.of(Assumption.ROOTLESS_NODES, Assumption.SELINUX_ENFORCED),
              AppArmor.refuses(SeLinux.refuses(NamespaceEdges::unmasked))),
          new DefinedEdge<>(
              "unprivileged-bpf",
              "breaks the kernel's verifier of eBPF programs",
              CODE,
              NODE,
              """
              Where ordinary users may load eBPF programs, flaws of the verifier such as \
              CVE-2022-23222 lead to the kernel's memory. Any seccomp profile of a runtime refuses the \
              call to those without capabilities.""",
              "https://nvd.nist.gov/vuln/detail/CVE-2022-23222",
              List.of(Assumption.UNPRIVILEGED_BPF, Assumption.SECCOMP_DEFAULT),
              NamespaceEdges::bpf),
          new DefinedEdge<>(
              "anonymous-kubelet",
              "has the kubelet run programs in other pods of the node",
              CODE,
              NODE,
              """
              A kubelet that asks nobody who they are runs programs in every container, and some of \
              those are privileged on every node, such as that of kube-proxy. No field of a pod stops \
              it.""",
              "https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/",
              List.of(Assumption.ANONYMOUS_KUBELET_PORT),
              NamespaceEdges::kubelet),
          new DefinedEdge<>(
              "windows-host-process",
              "runs on the node itself",
              CODE,
              NODE,
              "A HostProcess container of Windows is a process of the node, with an account of it.",
              "https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/",
              List.of(),
              NamespaceEdges::hostProcess));

  private NamespaceEdges() {}

  private static DefinedEdge<Situation> shared(
      String id,
      String title,
      String explanation,
      Function<PodSecurity, Setting<Boolean>> setting) {
    return new DefinedEdge<>(
        id,
        title,
        CODE,
        HOST_VIEW,
        explanation,
        STANDARDS,
        List.of(),
        situation -> situation.isWindows() ? List.of() : flag(setting.apply(situation.pod())));
  }

  private static List<Cause> flag(Setting<Boolean> setting) {
    Field field = setting.field();
    return setting.is(true)
        ? List.of(
            new Cause(
                "pod has '" + field.path().name() + "'",
                List.of(field),
                List.of(),
                List.of(Change.set(field, "false"))))
        : List.of();
  }

  private static List<Cause> unmasked(Situation situation) {
    Setting<String> mount = situation.security().procMount();
    if (!mount.is("Unmasked")
        || situation.isWindows()
        || situation.userNamespace().isolatesRoot()) {
      return List.of();
    }
    return List.of(
        new Cause(
            situation.container() + " sees all of '/proc'",
            List.of(mount.field()),
            List.of(),
            List.of(Change.set(mount.field(), "Default"))));
  }

  private static List<Cause> bpf(Situation situation) {
    if (situation.isWindows() || !situation.cluster().nodes().unprivilegedBpf()) {
      return List.of();
    }
    return Unconfined.of(situation).stream()
        .map(
            unconfined ->
                new Cause(
                    situation.container() + " may load eBPF programs: no seccomp profile applies",
                    List.of(unconfined.field()),
                    List.of(Assumption.UNPRIVILEGED_BPF, Assumption.SECCOMP_DEFAULT),
                    unconfined.cuts()))
        .toList();
  }

  private static List<Cause> kubelet(Situation situation) {
    return situation.cluster().nodes().anonymousKubeletPort()
        ? List.of(
            new Cause(
                situation.container() + " can reach the node's kubelet, which answers anybody",
                List.of(situation.container().field()),
                List.of(Assumption.ANONYMOUS_KUBELET_PORT),
                List.of()))
        : List.of();
  }

  private static List<Cause> hostProcess(Situation situation) {
    return situation.isWindows() ? flag(situation.security().windows().hostProcess()) : List.of();
  }
}
