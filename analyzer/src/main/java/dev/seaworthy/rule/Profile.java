package dev.seaworthy.rule;

import java.util.Locale;

/** Sets of rules, each holding the one before. A rule names the first one that has it. */
public enum Profile {
  /** No rule at all, for a run with some rules picked by hand. */
  NONE,
  /** What a reviewer would act on. */
  RECOMMENDED,
  /** Every layer of defence as well. */
  STRICT,
  /** Also what is only an opinion or a curiosity. */
  ALL;

  /** The name in options, in lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a rule of the other profile is part of this one. */
  public boolean includes(Profile other) {
    return compareTo(other) >= 0;
  }

  /** Returns {@link #id()}. */
  @Override
  public String toString() {
    return id();
  }
}
