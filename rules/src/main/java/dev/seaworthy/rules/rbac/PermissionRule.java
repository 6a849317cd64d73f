package dev.seaworthy.rules.rbac;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rbac.RbacGraph;
import dev.seaworthy.rule.ContextRule;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import java.util.List;
import java.util.Set;

/**
 * A rule about a permission of roles. However many rules of a role give it, there is one violation:
 * at the first, with the others as related places.
 */
interface PermissionRule extends ContextRule {

  /** What it looks for. */
  Permission permission();

  /** The item of a rule that is too much: its resource or its verb. */
  default Field place(Use use) {
    return use.resource();
  }

  /** What follows after what the role may do: where, or what that comes to. */
  default String rest(WrittenRole role) {
    return " " + role.where();
  }

  /** Whether a role that has the permission has what it takes besides. */
  default boolean isComplete(WrittenRole role) {
    return true;
  }

  @Override
  default Set<GroupKind> kinds() {
    return RbacGraph.kinds();
  }

  @Override
  default void check(KubernetesObject object, ScannedObjects scanned, Violations violations) {
    WrittenRole.of(object, scanned)
        .filter(this::isComplete)
        .ifPresent(role -> check(role, violations));
  }

  private void check(WrittenRole role, Violations violations) {
    List<Use> uses = permission().uses(role);
    if (uses.isEmpty()) {
      return;
    }
    Use first = uses.get(0);
    Violation violation =
        Violation.at(place(first), role.title() + " may " + first.text() + rest(role));
    for (Use use : uses.subList(1, uses.size())) {
      violation = violation.with(place(use), "and here " + use.text());
    }
    violations.report(violation);
  }
}
