package dev.seaworthy.cli;

import dev.seaworthy.report.JsonReport;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.RulePages;
import dev.seaworthy.report.SarifReport;
import dev.seaworthy.report.SourceLines;
import dev.seaworthy.report.TextOptions;
import dev.seaworthy.report.TextReport;
import java.util.Locale;

/** The ways to write results. */
enum ReportFormat {
  TEXT,
  JSON,
  SARIF;

  /**
   * A report in this format.
   *
   * @param text how text looks
   * @param sources what text quotes from
   */
  Report report(TextOptions text, SourceLines sources) {
    return switch (this) {
      case TEXT -> new TextReport(text, sources);
      case JSON -> new JsonReport(Version.TOOL);
      case SARIF -> new SarifReport(Version.TOOL, RulePages.NONE);
    };
  }

  /** The name in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
