package dev.seaworthy.reach;

/** How far somebody gets who runs code in a container, from the least to the most. */
public enum Verdict {
  /** Not beyond the container, as an ordinary user. */
  CONTAINED("contained", "contained"),
  /** Not beyond the container, as its root. */
  ROOT_IN_CONTAINER("root-in-container", "root in the container"),
  /** To what the node keeps for itself and for other pods, short of running programs there. */
  SEES_HOST("sees-the-host", "sees the host"),
  /** To all that the node can do. */
  TAKES_NODE("takes-the-node", "takes the node"),
  /** To all that the cluster can do. */
  TAKES_CLUSTER("takes-the-cluster", "takes the cluster");

  private final String id;
  private final String label;

  Verdict(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The name in results, such as {@code takes-the-node}. */
  public String id() {
    return id;
  }

  /** What people call it, such as {@code takes the node}. */
  public String label() {
    return label;
  }

  /** Returns the name in results. */
  @Override
  public String toString() {
    return id;
  }
}
