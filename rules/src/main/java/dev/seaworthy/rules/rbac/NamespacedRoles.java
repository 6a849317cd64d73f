package dev.seaworthy.rules.rbac;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.RuleParameter;
import java.util.Map;

/** Whether a rule looks at roles of single namespaces as well. */
final class NamespacedRoles {

  private static final String NAME = "namespacedRoles";

  static final RuleParameter PARAMETER =
      new RuleParameter(
          NAME,
          "Whether to report roles that hold in single namespaces only as well",
          new ParameterValue.Flag(false));

  private NamespacedRoles() {}

  /** What is set, {@code false} if nothing is. */
  static boolean in(Map<String, ParameterValue> values) {
    return values.get(NAME) instanceof ParameterValue.Flag flag && flag.value();
  }
}
