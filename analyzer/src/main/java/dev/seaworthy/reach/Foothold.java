package dev.seaworthy.reach;

/** What somebody has who runs code in a container: where a step starts, and where it leads. */
public enum Foothold {
  /** Code in the container, as whatever user it runs as: where everybody starts. */
  CODE("code", "code in the container", Verdict.CONTAINED),
  /** User 0 of the container, with all capabilities that the container may have. */
  ROOT("root", "root in the container", Verdict.ROOT_IN_CONTAINER),
  /** The pod's service account at the API server. */
  ACCOUNT("account", "the service account", Verdict.CONTAINED),
  /** What the node keeps for itself and for other pods: files, processes, traffic. */
  HOST_VIEW("host-view", "a view of the node", Verdict.SEES_HOST),
  /** Programs as root on the node, or the kubelet's identity. */
  NODE("node", "the node", Verdict.TAKES_NODE),
  /** Whatever an administrator of the cluster can do. */
  CLUSTER("cluster", "the cluster", Verdict.TAKES_CLUSTER);

  private final String id;
  private final String label;
  private final Verdict verdict;

  Foothold(String id, String label, Verdict verdict) {
    this.id = id;
    this.label = label;
    this.verdict = verdict;
  }

  /** The name in results, such as {@code host-view}. */
  public String id() {
    return id;
  }

  /** What people call it, such as {@code a view of the node}. */
  public String label() {
    return label;
  }

  /** How far that is. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the name in results. */
  @Override
  public String toString() {
    return id;
  }
}
