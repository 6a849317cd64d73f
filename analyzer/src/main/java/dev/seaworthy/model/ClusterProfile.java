package dev.seaworthy.model;

/**
 * What is assumed of the cluster that the manifests go to: no manifest says it.
 *
 * @param version the target version
 * @param rootlessNodes whether the kubelets run in a user namespace themselves, so that root in any
 *     container is an ordinary user of the machine (KEP-2033)
 * @param userNamespaces whether the nodes can give a pod a user namespace when it sets {@code
 *     hostUsers: false} (KEP-127; on by default from 1.33, given runtime and kernel support)
 * @param seccompDefault whether the kubelets run with {@code --seccomp-default}, so that a
 *     container without a profile gets the runtime's (KEP-2413)
 * @param nodes what else is assumed of the nodes
 */
public record ClusterProfile(
    KubernetesVersion version,
    boolean rootlessNodes,
    boolean userNamespaces,
    boolean seccompDefault,
    NodeDefaults nodes) {

  /** A current cluster with everything left at its default. */
  public static final ClusterProfile DEFAULT = ClusterProfile.of(KubernetesVersion.LATEST);

  /** A cluster whose nodes are as usual otherwise. */
  public ClusterProfile(
      KubernetesVersion version,
      boolean rootlessNodes,
      boolean userNamespaces,
      boolean seccompDefault) {
    this(version, rootlessNodes, userNamespaces, seccompDefault, NodeDefaults.DEFAULT);
  }

  /** The same cluster with other nodes. */
  public ClusterProfile with(NodeDefaults other) {
    return new ClusterProfile(version, rootlessNodes, userNamespaces, seccompDefault, other);
  }

  /** A cluster of a version with everything left at its default. */
  public static ClusterProfile of(KubernetesVersion version) {
    return new ClusterProfile(version, false, version.isAtLeast(1, 33), false);
  }
}
