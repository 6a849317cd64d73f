package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.SuppressedFinding;
import dev.seaworthy.rule.RuleMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result as SARIF 2.1.0, in a form that GitHub's code scanning accepts: one place for each
 * result, relative URIs, all rules that ran with their help, fingerprints, and no more results than
 * it takes.
 *
 * <p>Suppressed findings are results with {@code suppressions}. GitHub does not look at that
 * property and shows them as open: see {@link #withoutSuppressed()}.
 *
 * @see <a
 *     href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">SARIF
 *     support for code scanning</a>
 */
public final class SarifReport implements Report {

  /** GitHub refuses a run with more. */
  private static final int MAX_RESULTS = 25_000;

  private final Tool tool;
  private final RulePages pages;
  private final boolean withSuppressed;

  /**
   * @param pages where the rules' pages are, for {@code helpUri}; a relative address makes {@link
   *     #write} throw an {@link IllegalArgumentException}
   */
  public SarifReport(Tool tool, RulePages pages) {
    this(tool, pages, true);
  }

  private SarifReport(Tool tool, RulePages pages, boolean withSuppressed) {
    this.tool = tool;
    this.pages = pages;
    this.withSuppressed = withSuppressed;
  }

  /** The same report without the findings that are suppressed. */
  public SarifReport withoutSuppressed() {
    return new SarifReport(tool, pages, false);
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    List<SarifLog.Result> results = results(result);
    int suppressed = withSuppressed ? result.suppressed().size() : 0;
    SarifLog.LeftOut leftOut = leftOut(result.findings().size(), suppressed);
    SarifRules rules = new SarifRules(rules(result), pages);
    JsonWriter.write(
        out, json -> new SarifLog(json, tool, rules).write(results, result.problems(), leftOut));
  }

  /** Findings that are suppressed come last, so they are the first to be left out. */
  private static SarifLog.LeftOut leftOut(int findings, int suppressed) {
    int shown = Math.min(findings, MAX_RESULTS);
    return new SarifLog.LeftOut(findings - shown, Math.max(0, shown + suppressed - MAX_RESULTS));
  }

  private List<SarifLog.Result> results(AnalysisResult result) {
    Stream<SarifLog.Result> findings =
        worst(result.findings()).map(finding -> new SarifLog.Result(finding, List.of()));
    Stream<SarifLog.Result> suppressed =
        result.suppressed().stream()
            .filter(unused -> withSuppressed)
            .map(one -> new SarifLog.Result(one.finding(), List.of(one.suppression())));
    return Stream.concat(findings, suppressed).limit(MAX_RESULTS).toList();
  }

  private static Stream<Finding> worst(List<Finding> findings) {
    return findings.size() <= MAX_RESULTS
        ? findings.stream()
        : findings.stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .limit(MAX_RESULTS)
            .sorted();
  }

  /** The rules that ran, and whatever else a finding names. */
  private static Stream<RuleMetadata> rules(AnalysisResult result) {
    Stream<Finding> suppressed = result.suppressed().stream().map(SuppressedFinding::finding);
    Stream<Finding> findings = Stream.concat(result.findings().stream(), suppressed);
    return Stream.concat(result.rules().stream(), findings.map(Finding::rule));
  }
}
