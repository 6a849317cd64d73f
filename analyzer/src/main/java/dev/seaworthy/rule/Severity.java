package dev.seaworthy.rule;

import java.util.Locale;
import java.util.Optional;

/** How bad a violation is, from least to worst. Severity belongs to the rule. */
public enum Severity {
  /** Worth knowing; nothing is at risk. */
  INFO,
  /** A missing layer of defence. */
  LOW,
  /** A privilege that almost no software needs. */
  MEDIUM,
  /** One mistake in the software away from the node. */
  HIGH,
  /** The node or the cluster is handed over. */
  CRITICAL;

  /** The name in reports and options, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity with a name in lower case. */
  public static Optional<Severity> of(String id) {
    for (Severity severity : values()) {
      if (severity.id().equals(id)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /** Returns {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
