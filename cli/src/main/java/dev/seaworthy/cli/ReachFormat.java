package dev.seaworthy.cli;

import dev.seaworthy.report.ReachJsonReport;
import dev.seaworthy.report.ReachPathReport;
import dev.seaworthy.report.ReachTableReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.SourceLines;
import dev.seaworthy.report.TextOptions;
import dev.seaworthy.report.graph.DotReport;
import dev.seaworthy.report.graph.SvgReport;
import java.util.Locale;

/** The ways to write how far workloads reach. */
enum ReachFormat {
  TEXT,
  JSON,
  DOT,
  SVG;

  /**
   * A report in this format.
   *
   * @param text how text looks
   * @param sources what text quotes from
   * @param inFull whether to show paths in full, where there is a choice
   */
  Report report(TextOptions text, SourceLines sources, boolean inFull) {
    return switch (this) {
      case TEXT ->
          inFull ? new ReachPathReport(text, sources) : new ReachTableReport(text, sources);
      case JSON -> new ReachJsonReport(Version.TOOL);
      case DOT -> new DotReport();
      case SVG -> new SvgReport();
    };
  }

  /** The name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
