package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.rule.Severity;
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
  private record Document(JsonWriter json, JsonPlaces places, JsonAccount account) {

    Document(JsonWriter json) {
      this(json, new JsonPlaces(json), new JsonAccount(json));
    }

    void write(Tool tool, AnalysisResult result) {
      account.header(VERSION, tool);
      json.objects("findings", result.findings(), this::finding);
      json.objects(
          "suppressedFindings",
          result.suppressed(),
          suppressed -> {
            finding(suppressed.finding());
            json.object("suppression", () -> suppression(suppressed.suppression()));
          });
      account.body(result);
      json.objects("reach", result.reach(), new JsonReach(json, places)::workload);
      json.object("summary", () -> summary(result));
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

    private void summary(AnalysisResult result) {
      json.object(
          "findings",
          () -> {
            for (Severity severity : Severities.WORST_FIRST) {
              json.member(severity.id(), result.count(severity));
            }
          });
      json.object("reach", () -> account.reach(result));
      json.member("suppressed", result.suppressed().size());
      account.counts(result);
    }
  }
}
