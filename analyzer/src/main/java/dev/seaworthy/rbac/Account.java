package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Workload;

/**
 * A service account, there or not.
 *
 * @param namespace the namespace; empty if the manifest leaves it to whoever applies it
 * @param name such as {@code default}
 * @param folder where the account is used: a folder that ends with a slash; empty for the outermost
 *     one. Where a manifest leaves its namespace open, the folder tells what belongs together
 */
public record Account(String namespace, String name, String folder) {

  /** Whoever asks the API server without saying who they are: no account, but treated as one. */
  public static final Account ANONYMOUS = new Account("", "system:anonymous");

  private static final String DEFAULT = "default";

  /** An account that is used in the outermost folder. */
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
    return new Account(user.namespace().orElse(""), name, Folders.of(user));
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
