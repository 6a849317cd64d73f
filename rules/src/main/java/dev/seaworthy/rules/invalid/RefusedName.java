package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violations;
import java.util.Optional;

/** Names of other things in the fields of an object, and what the API server says of them. */
final class RefusedName {

  private RefusedName() {}

  /** Judges a name; one that is absent or empty is somebody else's business. */
  static void check(String what, Field field, NameFormat format, Violations violations) {
    String name = field.string().orElse("");
    if (!name.isEmpty()) {
      report(what, field, name, format.fault(name), violations);
    }
  }

  /** Judges a name like the key of a label: with or without a prefix. */
  static void checkQualified(String what, Field field, Violations violations) {
    String name = field.string().orElse("");
    if (!name.isEmpty()) {
      report(what, field, name, NameFormat.faultOfKey(name), violations);
    }
  }

  /** Reports a fault of a name, unless another tool replaces it. */
  static void report(
      String what, Field field, String name, Optional<String> fault, Violations violations) {
    if (fault.isPresent() && !Placeholder.isIn(name)) {
      violations.report(field, what + " '" + name + "' is refused: " + fault.get());
    }
  }
}
