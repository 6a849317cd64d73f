package dev.seaworthy.report;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

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
  private record Document(JsonWriter json) {

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
      location(finding.location());
      finding
          .object()
          .ifPresent(
              object -> {
                json.object("object", () -> object(object));
                json.member("container", finding.container());
                json.member("path", finding.path());
              });
      json.objects("related", finding.related(), this::related);
      if (!finding.scenarios().names().isEmpty()) {
        json.strings("scenarios", finding.scenarios().names());
      }
      json.member("rendered", finding.rendered());
      json.member("fingerprint", finding.fingerprint());
    }

    private void object(ObjectReference object) {
      json.member("apiVersion", object.apiVersion());
      json.member("kind", object.kind());
      json.member("namespace", object.namespace());
      json.member("name", notEmpty(object.name()));
      json.member("hook", object.hook());
    }

    private void related(RelatedPlace related) {
      location(related.location());
      json.member("message", related.message());
    }

    private void suppression(Suppression suppression) {
      json.member("kind", suppression.kind().name().toLowerCase(Locale.ROOT));
      json.member("reason", notEmpty(suppression.reason()));
      location(suppression.location());
    }

    private void problem(Problem problem) {
      json.member("kind", problem.kind().id());
      json.member("file", problem.file());
      problem.span().ifPresent(this::span);
      json.member("message", problem.message());
      json.member("hint", problem.hint());
    }

    private void inventoryEntry(InventoryEntry entry) {
      json.member("file", entry.file());
      json.member("state", entry.state().id());
      json.member("reason", notEmpty(entry.reason()));
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

    private void location(Location location) {
      json.member("file", location.file());
      span(location.span());
      json.member("precision", location.precision().id());
    }

    private void span(Span span) {
      json.member("startLine", span.start().line());
      json.member("startColumn", span.start().column());
      json.member("endLine", span.end().line());
      json.member("endColumn", span.end().column());
    }

    private static Optional<String> notEmpty(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
  }
}
