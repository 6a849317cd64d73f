package dev.seaworthy.rule;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.Rendering;

/** A rule that judges the files of a chart, not the objects that they render to. */
public non-sealed interface ChartRule extends Rule {

  /** Judges a chart. */
  void check(Rendering chart, Report report);

  /** Takes what a rule finds in the files of a chart. */
  @FunctionalInterface
  interface Report {

    /** Reports something that is wrong; the message is lower-case and has no full stop. */
    void add(Location location, String message);
  }
}
