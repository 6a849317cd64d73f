package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rbac.PolicyRule;
import dev.seaworthy.rbac.RbacGraph;
import java.util.List;
import java.util.Optional;

/**
 * A Role or ClusterRole with the rules that somebody wrote into it.
 *
 * @param object the role
 * @param scope where its rules hold
 * @param rules the rules; none if it is put together from others, as the control plane then
 *     replaces what is written
 */
record WrittenRole(KubernetesObject object, Scope scope, List<PolicyRule> rules) {

  private static final FieldPath ROLE_NAME = FieldPath.of("roleRef", "name");

  /** Where the rules of a role hold, as far as the scan shows. */
  enum Scope {
    /** A ClusterRoleBinding gives it. */
    CLUSTER,
    /** A ClusterRole that no binding of the scan gives, so that any may. */
    OPEN,
    /** A ClusterRole that RoleBindings give, and nothing else. */
    BOUND,
    /** A Role. */
    NAMESPACE
  }

  /** The role that an object is, but for the built-in ones. */
  static Optional<WrittenRole> of(KubernetesObject object, ScannedObjects scanned) {
    GroupKind kind = GroupKind.of(object);
    boolean clusterRole = kind.equals(RbacGraph.CLUSTER_ROLE);
    if (!clusterRole && !kind.equals(RbacGraph.ROLE) || BuiltIn.is(object)) {
      return Optional.empty();
    }
    boolean aggregated = object.root().get("aggregationRule").isPresent();
    Scope scope = clusterRole ? scope(object, scanned) : Scope.NAMESPACE;
    return Optional.of(
        new WrittenRole(object, scope, aggregated ? List.of() : PolicyRule.of(object)));
  }

  private static Scope scope(KubernetesObject role, ScannedObjects scanned) {
    if (isBound(role, RbacGraph.CLUSTER_ROLE_BINDING, scanned)) {
      return Scope.CLUSTER;
    }
    return isBound(role, RbacGraph.ROLE_BINDING, scanned) ? Scope.BOUND : Scope.OPEN;
  }

  private static boolean isBound(KubernetesObject role, GroupKind binding, ScannedObjects scanned) {
    return scanned.by(binding, ROLE_NAME).getOrDefault(role.name(), List.of()).stream()
        .flatMap(object -> RbacGraph.of(scanned).roles(object).stream())
        .anyMatch(meant -> isSame(meant, role));
  }

  /** Whether two views, which may have been read at different times, are of one object. */
  private static boolean isSame(KubernetesObject one, KubernetesObject other) {
    return one.reference().equals(other.reference())
        && one.document().source().name().equals(other.document().source().name());
  }

  /** Whether its rules can hold in every namespace, and for what is in none. */
  boolean isClusterWide() {
    return scope == Scope.CLUSTER || scope == Scope.OPEN;
  }

  /** What messages call it. */
  String title() {
    return (scope == Scope.NAMESPACE ? "role '" : "cluster role '") + object.name() + "'";
  }

  /** Where its rules hold, in a message. */
  String where() {
    return switch (scope) {
      case CLUSTER -> "in every namespace";
      case OPEN -> "wherever it is bound";
      case BOUND -> "in the namespaces of its bindings";
      case NAMESPACE ->
          object
              .namespace()
              .map(namespace -> "in namespace '" + namespace + "'")
              .orElse("in its namespace");
    };
  }
}
