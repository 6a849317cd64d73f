package dev.seaworthy.model;

/**
 * A kind of object, whatever the version of its API.
 *
 * @param group the API group, such as {@code apps}; empty for the core group
 * @param kind such as {@code Deployment}
 */
public record GroupKind(String group, String kind) {

  /** A kind of the core group, such as {@code Namespace}. */
  public static GroupKind core(String kind) {
    return new GroupKind("", kind);
  }

  /** The kind of an object. */
  public static GroupKind of(KubernetesObject object) {
    return new GroupKind(object.reference().group(), object.kind());
  }
}
