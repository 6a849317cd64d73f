package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violations;

/** What the API server asks of a port: its number or its name. */
final class PortValue {

  private static final long MAX = 65535;

  private PortValue() {}

  /** Judges a number, if it is one. */
  static void checkNumber(Field port, Violations violations) {
    port.integer()
        .filter(number -> number < 1 || number > MAX)
        .ifPresent(
            number ->
                violations.report(
                    port, "'" + port.path().name() + "' " + number + " is not from 1 to " + MAX));
  }

  /**
   * Judges a number or the name of a port.
   *
   * @param mayBeZero whether 0 stands for a default
   */
  static void checkNumberOrName(Field port, boolean mayBeZero, Violations violations) {
    if (!mayBeZero || port.integer().filter(number -> number == 0).isEmpty()) {
      checkNumber(port, violations);
    }
    String name = port.string().orElse("");
    if (!name.isEmpty() && !Placeholder.isIn(name)) {
      NameFormat.PORT
          .fault(name)
          .ifPresent(fault -> violations.report(port, nameMessage(name, fault)));
    }
  }

  private static String nameMessage(String name, String fault) {
    return name.chars().allMatch(Character::isDigit)
        ? "port '" + name + "' is a name, as it is in quotes, and no name of a port: write " + name
        : "'" + name + "' is no name of a port: " + fault;
  }
}
