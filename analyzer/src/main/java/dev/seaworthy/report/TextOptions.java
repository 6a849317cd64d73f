package dev.seaworthy.report;

import java.util.Optional;

/**
 * How a {@link TextReport} looks.
 *
 * @param colour whether to use ANSI colours
 * @param verbosity how much to say
 * @param explainCommand the command that shows a rule's page when the rule's id is added, such as
 *     {@code seaworthy explain}
 */
public record TextOptions(boolean colour, Verbosity verbosity, Optional<String> explainCommand) {

  /** No colours, the usual amount, no command. */
  public static final TextOptions DEFAULT =
      new TextOptions(false, Verbosity.NORMAL, Optional.empty());

  /** How much to say. */
  public enum Verbosity {
    /** Findings and problems, one line each. */
    QUIET,
    /** Findings and problems with their source and what to do, and a summary. */
    NORMAL,
    /** Also what was suppressed, skipped or failed and why, field paths and stack traces. */
    VERBOSE
  }
}
