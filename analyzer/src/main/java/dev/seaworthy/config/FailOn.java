package dev.seaworthy.config;

import dev.seaworthy.rule.Severity;
import java.util.Locale;

/** From which severity on a finding makes a run fail. */
public enum FailOn {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO,
  /** No finding does. */
  NEVER;

  /** What holds unless somebody says otherwise. */
  public static final FailOn DEFAULT = MEDIUM;

  /** The name in options, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a finding of a severity makes a run fail. */
  public boolean isReachedBy(Severity severity) {
    return this != NEVER && severity.isAtLeast(Severity.valueOf(name()));
  }

  /** Returns {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
