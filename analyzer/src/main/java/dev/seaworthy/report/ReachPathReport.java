package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.ReachAssumption;
import dev.seaworthy.engine.ReachCut;
import dev.seaworthy.engine.ReachStep;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RelatedPlace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * How far workloads lead, each path in full: every step with its place and the reason why it works,
 * what is assumed, what is not known, and the fewest changes that lower the verdict.
 */
public final class ReachPathReport implements Report {

  private final TextOptions options;
  private final SourceLines sources;

  /**
   * @param sources the texts to quote from
   */
  public ReachPathReport(TextOptions options, SourceLines sources) {
    this.options = options;
    this.sources = sources;
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Quotes quotes = new Quotes(sources);
    for (WorkloadReach reach : result.reach()) {
      writer.append(workload(reach)).append('\n');
      int number = 0;
      for (ReachStep step : reach.steps()) {
        number++;
        writer.append(step(number, step, quotes)).append('\n');
      }
      number = 0;
      for (ReachCut cut : reach.cut()) {
        number++;
        writer.append(change(number, reach, cut, quotes)).append('\n');
      }
    }
    TextBody body = new TextBody(options, sources);
    for (Problem problem : result.problems()) {
      writer.append(body.problem(problem)).append('\n');
    }
    writer.append(new TextSummary(result, options.colour()).reachCounts().toString());
    writer.flush();
  }

  private String workload(WorkloadReach reach) {
    TextBlock block = block(reach.location());
    Style style = Style.of(reach.verdict());
    block.header(style, "reach", reach.verdict().id(), reach.object().toString());
    place(block, reach.location());
    if (!reach.scenarios().all()) {
      block.note("scenarios", String.join(", ", reach.scenarios().names()));
    }
    for (ReachAssumption assumption : reach.assumptions()) {
      block.note("assumes", assumption.text() + setting(assumption));
    }
    for (RelatedPlace unknown : reach.unknown()) {
      block.note("not known", unknown.message() + " at " + unknown.location());
    }
    reach
        .refusal()
        .ifPresent(
            refusal -> block.note("refused", refusal.message() + " at " + refusal.location()));
    if (reach.steps().isEmpty()) {
      block.note("steps", "none: nothing leads beyond an ordinary user of its containers");
    } else if (reach.cut().isEmpty()) {
      block.note("changes", "no few changes to these manifests lower the verdict");
    }
    return block.toString();
  }

  private static String setting(ReachAssumption assumption) {
    return assumption
        .assumption()
        .setting()
        .map(key -> "; 'cluster." + key + "' in the configuration says otherwise")
        .orElse("");
  }

  private String step(int number, ReachStep step, Quotes quotes) {
    TextBlock block = block(step.location());
    Style style = Style.of(step.to().foothold().verdict());
    block.header(style, "step " + number, step.edge().id(), step.edge().title());
    place(block, step.location());
    quote(block, step.location(), style, quotes);
    block.note("here", step.message());
    for (RelatedPlace related : step.related()) {
      block.note("note", related.message() + " at " + related.location());
    }
    step.role().ifPresent(role -> block.note("role", role.toString()));
    block.note("leads", "from " + step.from() + " to " + step.to());
    block.note("why", step.edge().explanation());
    block.note("read", step.edge().reference());
    return block.toString();
  }

  private String change(int number, WorkloadReach reach, ReachCut cut, Quotes quotes) {
    int all = reach.cut().size();
    TextBlock block = block(cut.location());
    block.header(Style.INFO, "change", number + " of " + all, cut.message());
    place(block, cut.location());
    quote(block, cut.location(), Style.INFO, quotes);
    if (!isSameObject(cut.object(), reach.object())) {
      block.note("object", cut.object().toString());
    }
    block.note("field", cut.path());
    block.note("value", cut.value().orElse("none: remove it"));
    if (number == all) {
      String subject = all == 1 ? "this change alone lowers" : "these changes together lower";
      block.note("effect", subject + " the verdict on '" + reach.object() + "'");
    }
    return block.toString();
  }

  private static boolean isSameObject(ObjectReference one, ObjectReference other) {
    return one.toString().equals(other.toString());
  }

  private TextBlock block(Location location) {
    return new TextBlock(options.colour(), location.span().start().line());
  }

  private static void place(TextBlock block, Location location) {
    block.place(location + TextBody.precision(location.precision()));
  }

  private static void quote(TextBlock block, Location location, Style style, Quotes quotes) {
    if (location.precision() != Precision.RENDERED) {
      quotes.of(location.file(), location.span()).ifPresent(found -> block.excerpt(found, style));
    }
  }
}
