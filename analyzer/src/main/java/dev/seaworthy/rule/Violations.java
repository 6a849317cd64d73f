package dev.seaworthy.rule;

import dev.seaworthy.model.Field;

/** Takes what a rule finds. */
@FunctionalInterface
public interface Violations {

  /** Reports a violation. */
  void report(Violation violation);

  /** Reports a violation at a field; the message is lower-case and has no full stop. */
  default void report(Field field, String message) {
    report(Violation.at(field, message));
  }
}
