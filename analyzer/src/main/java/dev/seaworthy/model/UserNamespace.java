package dev.seaworthy.model;

/** Whose root is root in a pod. */
public enum UserNamespace {
  /** The node's: root in a container is root on the machine. */
  HOST,
  /** The pod's own ({@code hostUsers: false}, KEP-127). */
  POD,
  /** The node runs in a user namespace itself (KEP-2033): an assumption, no manifest shows it. */
  NODE;

  /** Whether root in a container is somebody else on the machine. */
  public boolean isolatesRoot() {
    return this != HOST;
  }
}
