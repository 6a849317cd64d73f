package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Violations;

/** The range of user and group IDs. */
final class IdRange {

  private static final long MAX = Integer.MAX_VALUE;

  private IdRange() {}

  /** Judges the IDs that both levels have. */
  static void check(Field context, Violations violations) {
    checkId(context.get("runAsUser"), violations);
    checkId(context.get("runAsGroup"), violations);
  }

  /** Judges the IDs of a pod. */
  static void checkPod(Workload workload, Violations violations) {
    Field context = workload.security().context();
    check(context, violations);
    checkId(context.get("fsGroup"), violations);
    context.get("supplementalGroups").items().forEach(group -> checkId(group, violations));
  }

  private static void checkId(Field id, Violations violations) {
    id.integer()
        .filter(value -> value < 0 || value > MAX)
        .ifPresent(value -> violations.report(id, name(id) + " " + value + " is no ID"));
  }

  private static String name(Field id) {
    return id.path().isIndex() ? "supplementary group" : "'" + id.path().name() + "'";
  }
}
