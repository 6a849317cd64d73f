package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.ParameterizedRule;
import dev.seaworthy.rule.Rule;
import java.util.Map;

/** A rule on a permission that users may want to hear of where it holds in one namespace, too. */
abstract class ScopedPermission implements PermissionRule, ParameterizedRule {

  private final Permission permission;

  ScopedPermission(Permission permission) {
    this.permission = permission;
  }

  /** The same rule on another permission. */
  abstract Rule on(Permission other);

  @Override
  public final Rule withParameters(Map<String, ParameterValue> values) {
    return NamespacedRoles.in(values) ? on(permission.inNamespacesToo()) : this;
  }

  @Override
  public final Permission permission() {
    return permission;
  }
}
