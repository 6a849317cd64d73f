package dev.seaworthy.rego.policy;

import dev.seaworthy.rule.Severity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a rule in Conftest's style.
 *
 * @param kind {@code deny}, {@code violation} or {@code warn}
 * @param rest what follows the kind and an underscore; may be empty
 */
record ConftestName(String kind, String rest) {

  private static final Pattern NAME =
      Pattern.compile("(deny|violation|warn)(?:_([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*))?");

  static Optional<ConftestName> of(String rule) {
    Matcher matcher = NAME.matcher(rule);
    return matcher.matches()
        ? Optional.of(
            new ConftestName(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElse("")))
        : Optional.empty();
  }

  /** Conftest fails on anything but a warning. */
  Severity severity() {
    return kind.equals("warn") ? Severity.LOW : Severity.HIGH;
  }

  /** Whether an exception with a name is about this rule. */
  boolean isMeantBy(String exception) {
    return exception.equals(rest) || rest.isEmpty() && exception.equals(kind);
  }

  /** Returns the name as it is written. */
  @Override
  public String toString() {
    return rest.isEmpty() ? kind : kind + "_" + rest;
  }
}
