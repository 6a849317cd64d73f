package dev.seaworthy.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import java.util.Optional;

/**
 * A rule that a subject gets through a binding.
 *
 * @param rule the rule; where it is written may be another role, if {@code role} is an aggregated
 *     one
 * @param role the role that the binding names; empty if it is built in
 * @param roleName its name
 * @param binding the binding
 * @param subject the item of the binding's subjects that leads to the account
 * @param namespace where the rule holds: the namespace of a RoleBinding, the empty text if the
 *     manifest leaves that open; absent for everywhere
 */
public record Grant(
    PolicyRule rule,
    Optional<KubernetesObject> role,
    String roleName,
    KubernetesObject binding,
    Field subject,
    Optional<String> namespace) {

  /** Whether the rule holds in all namespaces, and for what is in none. */
  public boolean isEverywhere() {
    return namespace.isEmpty();
  }

  /**
   * A rule of a role that a subject gets.
   *
   * @param role the role; empty if it is built in
   */
  public static Grant of(
      PolicyRule rule, Optional<KubernetesObject> role, String roleName, Subject subject) {
    KubernetesObject binding = subject.binding();
    Optional<String> namespace =
        subject.isEverywhere() ? Optional.empty() : Optional.of(binding.namespace().orElse(""));
    return new Grant(rule, role, roleName, binding, subject.field(), namespace);
  }
}
