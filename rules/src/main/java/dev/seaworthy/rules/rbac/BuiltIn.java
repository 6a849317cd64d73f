package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.KubernetesObject;
import java.util.Set;

/**
 * The roles and bindings that the API server makes itself, which a copy of a cluster's objects
 * holds as well. Nobody is to change them, so there is nothing to say about them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings">
 *     Default roles and role bindings</a>
 */
final class BuiltIn {

  private static final Set<String> USER_FACING = Set.of("cluster-admin", "admin", "edit", "view");

  /** Default roles that tell a stranger no more than the version and the kinds of objects. */
  private static final Set<String> PUBLIC =
      Set.of(
          "system:basic-user",
          "system:discovery",
          "system:public-info-viewer",
          "system:service-account-issuer-discovery");

  private BuiltIn() {}

  /** Whether an object has both the name and the label of one of them: either can be chosen. */
  static boolean is(KubernetesObject object) {
    boolean named = object.name().startsWith("system:") || USER_FACING.contains(object.name());
    return named && object.label("kubernetes.io/bootstrapping").text().equals("rbac-defaults");
  }

  /** Whether a binding gives a role that is meant for everybody. */
  static boolean isPublic(KubernetesObject binding) {
    return PUBLIC.contains(binding.root().get("roleRef", "name").text());
  }
}
