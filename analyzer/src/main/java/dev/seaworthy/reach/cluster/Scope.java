package dev.seaworthy.reach.cluster;

import java.util.Optional;

/** Where a right has to hold. */
enum Scope {
  /** In all namespaces, and for what is in none. */
  CLUSTER,
  /** Where the cluster's own controllers have their accounts: there, or in all namespaces. */
  SYSTEM,
  /** In one namespace, other than that. */
  NAMESPACE,
  /** Wherever. */
  ANYWHERE;

  private static final Optional<String> KUBE_SYSTEM = Optional.of("kube-system");

  /**
   * Whether it holds there.
   *
   * @param namespace the only namespace where it holds; absent for everywhere
   */
  boolean contains(Optional<String> namespace) {
    return switch (this) {
      case CLUSTER -> namespace.isEmpty();
      case SYSTEM -> namespace.isEmpty() || namespace.equals(KUBE_SYSTEM);
      case NAMESPACE -> namespace.isPresent() && !namespace.equals(KUBE_SYSTEM);
      case ANYWHERE -> true;
    };
  }
}
