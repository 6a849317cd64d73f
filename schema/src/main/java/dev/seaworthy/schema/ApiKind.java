package dev.seaworthy.schema;

/**
 * A kind of object that the Kubernetes API serves.
 *
 * @param apiVersion group and version as objects say them, such as {@code apps/v1} or {@code v1}
 * @param kind such as {@code Deployment}
 * @param namespaced whether its objects live in namespaces
 */
public record ApiKind(String apiVersion, String kind, boolean namespaced) {

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** The version in the group, such as {@code v1beta1}. */
  public String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }
}
