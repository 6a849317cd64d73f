package dev.seaworthy.cli;

/** What the caller learns from the exit status. */
final class ExitStatus {

  /** Nothing at or above the severity that fails a run. */
  static final int CLEAN = 0;

  /** At least one finding at or above it. */
  static final int FINDINGS = 1;

  /** The arguments or the configuration are wrong; nothing was analysed. */
  static final int USAGE = 2;

  /** No such finding, but something could not be analysed, or there was nothing to analyse. */
  static final int INCOMPLETE = 3;

  private ExitStatus() {}
}
