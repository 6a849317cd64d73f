package dev.seaworthy.model;

import java.util.Optional;

/**
 * What identifies an object to people.
 *
 * @param apiVersion group and version, such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param namespace the namespace, where the manifest names one
 * @param name the name; a generated one ends with {@code *}; empty where there is none
 * @param hook when Helm installs the object, such as {@code pre-install}, if that is not with the
 *     others: the annotation {@code helm.sh/hook}
 */
public record ObjectReference(
    String apiVersion,
    String kind,
    Optional<String> namespace,
    String name,
    Optional<String> hook) {

  /** An object that is no hook. */
  public ObjectReference(String apiVersion, String kind, Optional<String> namespace, String name) {
    this(apiVersion, kind, namespace, name, Optional.empty());
  }

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Returns {@code Kind namespace/name}. */
  @Override
  public String toString() {
    String qualified = namespace.map(space -> space + "/" + name).orElse(name);
    return qualified.isEmpty() ? kind : kind + " " + qualified;
  }
}
