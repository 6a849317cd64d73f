package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.source.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The result for people: each finding with its place, the line of source and what to do, then the
 * problems, then the workloads that reach furthest, then one line that counts everything.
 *
 * <p>Findings about the same place share one block. What to do about a rule is said once, where the
 * rule first comes up. Nothing in a source, a name or a message can send a control sequence to the
 * terminal.
 */
public final class TextReport implements Report {

  private final TextOptions options;
  private final SourceLines sources;

  /**
   * @param sources the texts to quote from; asked once for each run of findings in the same file
   */
  public TextReport(TextOptions options, SourceLines sources) {
    this.options = options;
    this.sources = sources;
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (options.verbosity() == TextOptions.Verbosity.QUIET) {
      writeLines(result, writer);
    } else {
      writeBlocks(result, writer);
    }
    writer.flush();
  }

  private void writeBlocks(AnalysisResult result, Writer writer) throws IOException {
    TextBody body = new TextBody(options, sources);
    for (List<Finding> group : TextBody.grouped(result.findings())) {
      writer.append(body.findings(group)).append('\n');
    }
    for (Problem problem : result.problems()) {
      writer.append(body.problem(problem)).append('\n');
    }
    writer.append(new TextReach(result.reach(), options.colour()).toString());
    TextSummary summary = new TextSummary(result, options.colour());
    if (options.verbosity() == TextOptions.Verbosity.VERBOSE) {
      summary.details();
    }
    writer.append(summary.counts().toString());
  }

  private void writeLines(AnalysisResult result, Writer writer) throws IOException {
    for (Finding finding : result.findings()) {
      String name = finding.severity() + "[" + finding.ruleId() + "]";
      Style style = Style.of(finding.severity());
      Optional<String> place = Optional.of(finding.location().toString());
      writer.append(line(place, style, name, finding.message()));
    }
    for (Problem problem : result.problems()) {
      String name = "problem[" + problem.kind() + "]";
      writer.append(line(TextBody.place(problem), Style.PROBLEM, name, problem.message()));
    }
  }

  private String line(Optional<String> place, Style style, String name, String message) {
    StyledText line = new StyledText(options.colour());
    place.ifPresent(known -> line.add(known + ": "));
    return line.add(style, name).add(": " + message).newLine().toString();
  }
}
