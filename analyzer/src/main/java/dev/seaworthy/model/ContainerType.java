package dev.seaworthy.model;

/**
 * The three lists of containers in a pod spec, in the order in which the API server visits them.
 */
public enum ContainerType {
  INIT("initContainers", "init container"),
  CONTAINER("containers", "container"),
  EPHEMERAL("ephemeralContainers", "ephemeral container");

  private final String field;
  private final String label;

  ContainerType(String field, String label) {
    this.field = field;
    this.label = label;
  }

  /** The list's name in the pod spec, such as {@code initContainers}. */
  public String field() {
    return field;
  }

  /** What people call such a container, such as {@code init container}. */
  public String label() {
    return label;
  }
}
