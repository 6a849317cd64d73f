package dev.seaworthy.rules.identity;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.rules.SharedSetting;
import java.util.Map;

/** What the rules about low IDs share: the lowest ID that is high enough. */
final class LowId {

  static final long MINIMUM = 10_000;

  private static final String NAME = "minimum";

  private LowId() {}

  static RuleParameter parameter(String ids) {
    String description = "The lowest " + ids + " that is not flagged";
    return new RuleParameter(NAME, description, new ParameterValue.Whole(MINIMUM));
  }

  static long minimum(Map<String, ParameterValue> values, long before) {
    return values.get(NAME) instanceof ParameterValue.Whole whole ? whole.value() : before;
  }

  /**
   * Says that an ID is low.
   *
   * @param id the ID, which is known
   * @param noun what has it: {@code user} or {@code group}
   */
  static String message(SharedSetting<Long> id, String noun, long minimum) {
    long value = id.setting().value().orElseThrow();
    return id.isInherited()
        ? "'%s' %d of the pod is below %d and applies to %s"
            .formatted(id.field().path().name(), value, minimum, id.names())
        : "%s runs as %s %d, which is below %d".formatted(id.names(), noun, value, minimum);
  }
}
