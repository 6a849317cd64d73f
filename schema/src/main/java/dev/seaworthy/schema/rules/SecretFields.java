package dev.seaworthy.schema.rules;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import java.util.Set;
import java.util.function.Predicate;

/** The fields whose values are secret: no message shows them, for messages end in logs. */
final class SecretFields {

  private static final Set<String> NAMES = Set.of("data", "stringData");

  private SecretFields() {}

  /** Those of a {@code Secret}, and of the custom resources that are named after it. */
  static Predicate<FieldPath> of(KubernetesObject object) {
    return object.kind().endsWith("Secret") ? SecretFields::isBelow : field -> false;
  }

  private static boolean isBelow(FieldPath field) {
    for (FieldPath step : field.steps()) {
      if (NAMES.contains(step.name())) {
        return true;
      }
    }
    return false;
  }
}
