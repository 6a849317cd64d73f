package dev.seaworthy.cli;

import java.util.Locale;

/** Times for people. */
final class Durations {

  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;

  private Durations() {}

  static String of(long nanoseconds) {
    return nanoseconds < MILLI
        ? String.format(Locale.ROOT, "%.1fµs", nanoseconds / MICRO)
        : String.format(Locale.ROOT, "%.1fms", nanoseconds / MILLI);
  }
}
