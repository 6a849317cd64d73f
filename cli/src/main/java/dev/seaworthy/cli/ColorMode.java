package dev.seaworthy.cli;

import java.util.Locale;

/** Whether text has colours. */
enum ColorMode {
  /** On a terminal, unless the environment says otherwise. */
  AUTO,
  ALWAYS,
  NEVER;

  /** The name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
