package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * A role that a binding gives.
 *
 * @param object the role; empty if it is built in
 * @param name its name
 * @param parts its rules, or those of the roles that an aggregated one is made of: the same list
 *     each time, so that what is worked out of one can be kept by its identity
 */
public record BoundRole(
    Optional<KubernetesObject> object, String name, List<List<PolicyRule>> parts) {

  public BoundRole {
    parts = List.copyOf(parts);
  }
}
