package dev.seaworthy.model;

import dev.seaworthy.yaml.YamlEntry;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is assumed of nodes, runtimes and images' groups: no manifest says it.
 *
 * @param runtimeDefaultCapabilities what the container runtime gives a container that asks for
 *     nothing: names in upper case without {@code CAP_}
 * @param anonymousKubeletPort whether kubelets answer anybody who reaches their port, which lets
 *     them run programs in every container of the node
 * @param unprivilegedBpf whether the kernel lets ordinary users load eBPF programs ({@code
 *     kernel.unprivileged_bpf_disabled=0})
 * @param socketGroupRights whether a runtime's socket may belong to a group of a container's
 *     processes
 * @param controlPlaneTaints whether the nodes of the control plane have their taint, so that only
 *     pods that tolerate it run there
 * @param seLinuxEnforced whether the nodes enforce SELinux, with the policy that containers'
 *     processes usually have (container-selinux), and the runtime gives them a label
 * @param deviceCgroup whether the runtime has the kernel keep containers from devices that they
 *     were not given (the device control group, or eBPF in its place)
 */
public record NodeDefaults(
    Set<String> runtimeDefaultCapabilities,
    boolean anonymousKubeletPort,
    boolean unprivilegedBpf,
    boolean socketGroupRights,
    boolean controlPlaneTaints,
    boolean seLinuxEnforced,
    boolean deviceCgroup) {

  /**
   * The capabilities of containerd, which gives the most; kubelet and kernel with the defaults of
   * the KubeletConfiguration and of Linux 5.16; the worst of groups; a control plane as kubeadm
   * makes it; no SELinux.
   */
  public static final NodeDefaults DEFAULT =
      new NodeDefaults(usualCapabilities(), false, false, true, true, false, true);

  public NodeDefaults {
    runtimeDefaultCapabilities = Set.copyOf(runtimeDefaultCapabilities);
  }

  /** The same nodes with another runtime. */
  public NodeDefaults withCapabilities(Collection<String> names) {
    return new NodeDefaults(
        new TreeSet<>(names),
        anonymousKubeletPort,
        unprivilegedBpf,
        socketGroupRights,
        controlPlaneTaints,
        seLinuxEnforced,
        deviceCgroup);
  }

  /**
   * The name of a capability as it is used here; text that names none is left in upper case.
   *
   * @param written such as {@code CAP_NET_RAW} or {@code net_raw}
   */
  public static String capability(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring(4) : upper;
  }

  /** Those that Pod Security allows to add, and the one more that containerd gives. */
  private static Set<String> usualCapabilities() {
    Set<String> names = new TreeSet<>();
    names.add("NET_RAW");
    Facts.about("default_capabilities").entries().stream().map(YamlEntry::name).forEach(names::add);
    return names;
  }
}
