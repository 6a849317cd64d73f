package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.NameFormat;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.Violations;
import java.util.Set;

/** What the API server asks of a port: its number, its name, its protocol. */
final class PortValue {

  private static final long MAX = 65535;
  private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

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

  /** Judges a protocol, if one is given. */
  static void checkProtocol(Field protocol, Violations violations) {
    String name = protocol.text();
    if (!name.isEmpty() && !PROTOCOLS.contains(name) && !Placeholder.isIn(name)) {
      violations.report(
          protocol, "'" + name + "' is no protocol of a port: 'TCP', 'UDP' and 'SCTP' are");
    }
  }

  private static String nameMessage(String name, String fault) {
    return name.chars().allMatch(Character::isDigit)
        ? "port '" + name + "' is a name, as it is in quotes, and no name of a port: write " + name
        : "'" + name + "' is no name of a port: " + fault;
  }
}
