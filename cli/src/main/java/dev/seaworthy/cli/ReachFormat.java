package dev.seaworthy.cli;

import java.util.Locale;

/** The ways to write how far workloads reach. */
enum ReachFormat {
  TEXT,
  JSON,
  DOT,
  SVG;

  /** The name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
