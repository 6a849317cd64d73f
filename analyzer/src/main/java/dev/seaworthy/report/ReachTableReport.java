package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.ReachCut;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.report.TextOptions.Verbosity;
import dev.seaworthy.source.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far workloads lead, for people: the furthest first, each with its place, its steps in short
 * and the change to start with; then the problems, then one line that counts everything. Contained
 * workloads are counted, and listed only if much is to be said.
 */
public final class ReachTableReport implements Report {

  /** A name that is wider than this does not make the column of all others wider. */
  private static final int WIDEST = 60;

  private static final String GAP = "  ";

  private final TextOptions options;
  private final SourceLines sources;

  /**
   * @param sources the texts to quote from where there are problems
   */
  public ReachTableReport(TextOptions options, SourceLines sources) {
    this.options = options;
    this.sources = sources;
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    boolean verbose = options.verbosity() == Verbosity.VERBOSE;
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<WorkloadReach> shown =
        result.reach().stream()
            .filter(reach -> verbose || reach.verdict() != Verdict.CONTAINED)
            .toList();
    writer.append(table(shown));
    TextBody body = new TextBody(options, sources);
    for (Problem problem : result.problems()) {
      writer.append(body.problem(problem)).append('\n');
    }
    TextSummary summary = new TextSummary(result, options.colour());
    if (verbose) {
      summary.details();
    }
    writer.append(summary.reachCounts().toString());
    writer.flush();
  }

  private String table(List<WorkloadReach> rows) {
    StyledText text = new StyledText(options.colour());
    int verdicts = width(rows, reach -> reach.verdict().label());
    int names = width(rows, reach -> reach.object().toString());
    for (WorkloadReach reach : rows) {
      text.addCell(Style.of(reach.verdict()), reach.verdict().label(), verdicts).add(GAP);
      text.addCell(Style.STRONG, reach.object().toString(), names).add(GAP);
      text.add(place(reach)).newLine();
      text.add("    ").add(steps(reach));
      change(reach.cut(), text);
      text.newLine();
    }
    return rows.isEmpty() ? "" : text.newLine().toString();
  }

  /** The change to start with. */
  private static void change(List<ReachCut> cut, StyledText text) {
    if (!cut.isEmpty()) {
      String label = cut.size() == 1 ? "change: " : "first of " + cut.size() + " changes: ";
      text.add("; ").add(Style.FRAME, label).add(cut.get(0).message());
    }
  }

  private static String place(WorkloadReach reach) {
    String place = reach.location().file() + ":" + reach.location().span().start().line();
    return reach.scenarios().all() ? place : place + " (" + reach.scenarios().inShort() + ")";
  }

  private static String steps(WorkloadReach reach) {
    if (reach.refusal().isPresent()) {
      return reach.refusal().get().message();
    }
    if (reach.steps().isEmpty()) {
      return "no steps";
    }
    return reach.steps().stream().map(step -> step.edge().id()).collect(Collectors.joining(" → "));
  }

  private static int width(List<WorkloadReach> rows, Function<WorkloadReach, String> cell) {
    return rows.stream()
        .mapToInt(row -> TerminalText.width(cell.apply(row)))
        .filter(width -> width <= WIDEST)
        .max()
        .orElse(0);
  }
}
