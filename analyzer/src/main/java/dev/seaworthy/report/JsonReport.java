package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * The result as one JSON document of a stable shape, version 1: described in {@code docs/output.md}
 * and, to the letter, in {@code docs/schema/output-v1.schema.json}.
 */
public final class JsonReport implements Report {

  private static final int VERSION = 1;

  private final Tool tool;

  public JsonReport(Tool tool) {
    this.tool = tool;
  }

  @Override
  public void write(AnalysisResult result, OutputStream out) throws IOException {
    JsonWriter.write(out, json -> new Document(json).write(tool, result));
  }

  /** One document in the making. */
  private record Document(JsonWriter json, JsonPlaces places) {

    Document(JsonWriter json) {
      this(json, new JsonPlaces(json));
    }

    void write(Tool tool, AnalysisResult result) {
      json.member("version", VERSION);
      json.object("tool", () -> tool(tool));
      json.objects("findings", result.findings(), this::finding);
      json.objects(
          "suppressedFindings",
          result.suppressed(),
          suppressed -> {
            finding(suppressed.finding());
            json.object("suppression", () -> suppression(suppressed.suppression()));
          });
      json.objects("problems", result.problems(), this::problem);
      json.objects("inventory", result.inventory(), this::inventoryEntry);
      json.objects("reach", result.reach(), new JsonReach(json, places)::workload);
      json.object("summary", () -> summary(result));
    }

    private void tool(Tool tool) {
      json.member("name", tool.name());
      json.member("version", tool.version());
    }

    private void finding(Finding finding) {
      json.member("ruleId", finding.ruleId());
      json.member("severity", finding.severity().id());
      json.member("message", finding.message());
      places.location(finding.location());
      finding
          .object()
          .ifPresent(
              object -> {
                json.object("object", () -> places.object(object));
                json.member("container", finding.container());
                json.member("path", finding.path());
              });
      json.objects("related", finding.related(), places::related);
      places.scenarios(finding.scenarios());
      json.member("rendered", finding.rendered());
      json.member("fingerprint", finding.fingerprint());
    }

    private void suppression(Suppression suppression) {
      json.member("kind", suppression.kind().name().toLowerCase(Locale.ROOT));
      json.member("reason", JsonPlaces.notEmpty(suppression.reason()));
      places.location(suppression.location());
    }

    private void problem(Problem problem) {
      json.member("kind", problem.kind().id());
      json.member("file", problem.file());
      problem.span().ifPresent(places::span);
      json.member("message", problem.message());
      json.member("hint", problem.hint());
    }

    private void inventoryEntry(InventoryEntry entry) {
      json.member("file", entry.file());
      json.member("state", entry.state().id());
      json.member("reason", JsonPlaces.notEmpty(entry.reason()));
      json.member("objects", entry.objects());
    }

    private void summary(AnalysisResult result) {
      json.object(
          "findings",
          () -> {
            for (Severity severity : Severities.WORST_FIRST) {
              json.member(severity.id(), result.count(severity));
            }
          });
      json.object("reach", () -> reach(result));
      json.member("suppressed", result.suppressed().size());
      json.member("problems", result.problems().size());
      json.object(
          "files",
          () -> {
            for (FileState state : FileState.values()) {
              json.member(state.id(), result.count(state));
            }
          });
    }

    private void reach(AnalysisResult result) {
      for (Verdict verdict : Verdict.values()) {
        json.member(verdict.id(), result.count(verdict));
      }
    }
  }
}
