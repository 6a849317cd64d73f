package dev.seaworthy.reach;

import dev.seaworthy.model.ClusterProfile;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Something that no manifest tells and that decides all the same. */
public enum Assumption {
  /** The image's user, which no manifest shows. */
  IMAGE_USER(
      "image-user",
      "",
      cluster -> "the image runs as root where the manifest does not keep it from doing so"),
  /** A program of the image with the set-user-ID bit, which no manifest shows. */
  SET_USER_ID(
      "set-user-id",
      "",
      cluster ->
          "the image has a program that leads to root, such as 'su' with its set-user-ID bit"),
  /** {@link dev.seaworthy.model.NodeDefaults#runtimeDefaultCapabilities}. */
  RUNTIME_DEFAULT_CAPABILITIES(
      "runtime-default-capabilities",
      "runtimeDefaultCapabilities",
      cluster ->
          "the container runtime gives a container that asks for nothing "
              + String.join(", ", new TreeSet<>(cluster.nodes().runtimeDefaultCapabilities()))),
  /** {@link ClusterProfile#seccompDefault}. */
  SECCOMP_DEFAULT(
      "seccomp-default",
      "seccompDefault",
      cluster ->
          cluster.seccompDefault()
              ? "the kubelets give a container without a seccomp profile the runtime's"
              : "the kubelets leave a container without a seccomp profile unconfined"),
  /** {@link dev.seaworthy.model.NodeDefaults#anonymousKubeletPort}. */
  ANONYMOUS_KUBELET_PORT(
      "anonymous-kubelet-port",
      "anonymousKubeletPort",
      cluster ->
          cluster.nodes().anonymousKubeletPort()
              ? "the kubelets answer anybody who reaches their port"
              : "the kubelets answer nobody without authorisation"),
  /** {@link dev.seaworthy.model.NodeDefaults#unprivilegedBpf}. */
  UNPRIVILEGED_BPF(
      "unprivileged-bpf",
      "unprivilegedBpf",
      cluster ->
          cluster.nodes().unprivilegedBpf()
              ? "the kernel lets ordinary users load eBPF programs"
              : "the kernel lets no ordinary user load eBPF programs"),
  /** {@link dev.seaworthy.model.NodeDefaults#socketGroupRights}. */
  SOCKET_GROUP_RIGHTS(
      "socket-group-rights",
      "socketGroupRights",
      cluster ->
          cluster.nodes().socketGroupRights()
              ? "the container runtime's socket may belong to a group of the container's processes"
              : "the container runtime's socket belongs to no group of a container's processes"),
  /** {@link ClusterProfile#rootlessNodes}. */
  ROOTLESS_NODES(
      "rootless-nodes",
      "rootlessNodes",
      cluster ->
          cluster.rootlessNodes()
              ? "the kubelets run as an ordinary user of the machine"
              : "the kubelets run as root"),
  /** {@link dev.seaworthy.model.NodeDefaults#controlPlaneTaints}. */
  CONTROL_PLANE_TAINTS(
      "control-plane-taints",
      "controlPlaneTaints",
      cluster ->
          cluster.nodes().controlPlaneTaints()
              ? "the nodes of the control plane have their taint"
              : "the nodes of the control plane take any pod"),
  /** {@link dev.seaworthy.model.NodeDefaults#seLinuxEnforced}. */
  SELINUX_ENFORCED(
      "selinux-enforced",
      "seLinuxEnforced",
      cluster ->
          cluster.nodes().seLinuxEnforced()
              ? "the nodes enforce SELinux"
              : "the nodes do not enforce SELinux"),
  /** {@link dev.seaworthy.model.NodeDefaults#deviceCgroup}. */
  DEVICE_CGROUP(
      "device-cgroup",
      "deviceCgroup",
      cluster ->
          cluster.nodes().deviceCgroup()
              ? "the runtime keeps containers from devices that they were not given"
              : "the runtime keeps no container from devices"),
  /** The users of a node. */
  NODE_USER(
      "node-user",
      "",
      cluster -> "a user of the node has the container's user ID, and may become root there"),
  /** What the secrets of a cluster hold, which no manifest shows. */
  POWERFUL_SECRET(
      "powerful-secret",
      "",
      cluster ->
          "a secret of the cluster is the key to all of it, such as an administrator's token"),
  /** The levels of Pod Security of namespaces that are not among the manifests. */
  NAMESPACE_LEVEL(
      "namespace-level",
      "",
      cluster -> "a namespace that no manifest describes enforces no level of Pod Security"),
  /** The pods that are not among the manifests. */
  RUNNING_ACCOUNT(
      "running-account", "", cluster -> "a pod runs as the account that a role is given to"),
  /** Who mounts the volumes of a driver. */
  DRIVER_VOLUMES(
      "driver-volumes",
      "",
      cluster -> "a pod with every right in the cluster mounts a volume of the driver");

  private final String id;
  private final String setting;
  private final Function<ClusterProfile, String> text;

  Assumption(String id, String setting, Function<ClusterProfile, String> text) {
    this.id = id;
    this.setting = setting;
    this.text = text;
  }

  /** The name in results, such as {@code image-user}. */
  public String id() {
    return id;
  }

  /** The key below {@code cluster} in the configuration that decides; empty where none does. */
  public Optional<String> setting() {
    return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
  }

  /** What is assumed of a cluster: lower-case, no full stop. */
  public String text(ClusterProfile cluster) {
    return text.apply(cluster);
  }

  /** Returns the name in results. */
  @Override
  public String toString() {
    return id;
  }
}
