package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;

/**
 * A service account, there or not.
 *
 * <p>A manifest may leave its namespace to whoever applies it. Then it is unknown which namespace
 * is meant, and the account is told from others of its name by the folder that it is used in.
 *
 * @param namespace the namespace; empty if the manifest leaves it open
 * @param name such as {@code default}
 * @param folder where an account of an open namespace is used: a folder that ends with a slash;
 *     empty for the outermost one, and for accounts of named namespaces
 */
public record Account(String namespace, String name, String folder) {

  private static final String DEFAULT = "default";

  /** An account of a named namespace. */
  public Account(String namespace, String name) {
    this(namespace, name, "");
  }

  /** The account that a pod runs as. */
  public static Account of(Workload workload) {
    String name = workload.spec().get("serviceAccountName").text();
    String deprecated = workload.spec().get("serviceAccount").text();
    String chosen = name.isEmpty() ? deprecated : name;
    return of(workload.object(), chosen.isEmpty() ? DEFAULT : chosen);
  }

  /**
   * The account of a name in the namespace of an object.
   *
   * @param user the object that refers to the account, or the account itself
   */
  public static Account of(KubernetesObject user, String name) {
    return user.namespace()
        .map(namespace -> new Account(namespace, name))
        .orElseGet(() -> new Account("", name, Folders.of(user)));
  }

  /** Whether the manifest leaves the namespace to whoever applies it. */
  public boolean isOpen() {
    return namespace.isEmpty();
  }

  /** Returns {@code namespace/name}; the name alone if the namespace is open. */
  @Override
  public String toString() {
    return isOpen() ? name : namespace + "/" + name;
  }
}
