package dev.seaworthy.report;

import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.model.ObjectReference;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.Span;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a SARIF log with its one run. */
record SarifLog(JsonWriter json, Tool tool, SarifRules rules) {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";
  private static final String ROOT_DESCRIPTION =
      "The folder in which the analysis ran; GitHub takes it for the root of the repository.";
  private static final Pattern LINK_SYNTAX = Pattern.compile("[\\\\\\[\\]]");

  /** A finding, and by what it is suppressed if it is. */
  record Result(Finding finding, List<Suppression> suppressions) {}

  /**
   * How many findings there are beyond the results.
   *
   * @param open those that are not suppressed
   * @param suppressed those that are
   */
  record LeftOut(int open, int suppressed) {}

  void write(List<Result> results, List<Problem> problems, LeftOut leftOut) {
    json.member("$schema", SCHEMA);
    json.member("version", "2.1.0");
    json.objects(
        "runs",
        List.of(tool),
        run -> {
          json.object("tool", () -> json.object("driver", this::driver));
          json.objects("invocations", List.of(run), unused -> invocation(problems, leftOut));
          json.object("originalUriBaseIds", () -> json.object(ROOT, this::root));
          json.member("columnKind", "utf16CodeUnits");
          json.objects("results", results, this::result);
        });
  }

  private void driver() {
    json.member("name", tool.name());
    json.member("version", tool.version());
    json.member("informationUri", tool.home().map(URI::toASCIIString));
    rules.write(json);
  }

  private void root() {
    json.object("description", () -> json.member("text", ROOT_DESCRIPTION));
  }

  private void invocation(List<Problem> problems, LeftOut leftOut) {
    json.member("executionSuccessful", true);
    json.objects("toolExecutionNotifications", withLeftOut(problems, leftOut), this::notification);
  }

  private static List<Problem> withLeftOut(List<Problem> problems, LeftOut leftOut) {
    if (leftOut.open() + leftOut.suppressed() == 0) {
      return problems;
    }
    Problem problem =
        Problem.general(
            ProblemKind.TOO_MANY_FINDINGS,
            "findings are left out, as GitHub accepts no more: "
                + leftOut.open()
                + " open, "
                + leftOut.suppressed()
                + " suppressed",
            "Analyse fewer files at once, or with fewer rules; other formats have no bound.");
    return Stream.concat(Stream.of(problem), problems.stream()).toList();
  }

  private void notification(Problem problem) {
    json.object("descriptor", () -> json.member("id", problem.kind().id()));
    json.member("level", "error");
    message(problem.message() + ". " + problem.hint());
    json.objects(
        "locations",
        problem.file().stream().toList(),
        file -> physicalLocation(file, problem.span()));
  }

  private void result(Result result) {
    Finding finding = result.finding();
    json.member("ruleId", finding.ruleId());
    json.member("ruleIndex", rules.index(finding.rule()));
    json.member("level", SarifRules.level(finding.severity()));
    message(text(finding));
    json.objects("locations", List.of(finding), this::location);
    List<RelatedPlace> related = places(finding, false);
    List<Integer> indexes = IntStream.range(0, related.size()).boxed().toList();
    json.objects("relatedLocations", indexes, index -> related(related.get(index), index));
    codeFlow(places(finding, true));
    json.object("partialFingerprints", () -> json.member("seaworthy/v1", finding.fingerprint()));
    json.objects("suppressions", result.suppressions(), this::suppression);
    json.object("properties", () -> properties(finding));
  }

  /** GitHub shows related places only where the message links to them, by their ids. */
  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder(withoutLinks(finding.message()));
    int id = 0;
    for (RelatedPlace related : places(finding, false)) {
      String label = LINK_SYNTAX.matcher(related.message()).replaceAll("\\\\$0");
      id++;
      text.append("; [").append(label).append("](").append(id).append(')');
    }
    return text.toString();
  }

  /** Names from a manifest must not become links. */
  private static String withoutLinks(String text) {
    return text.replace("](", "] (");
  }

  private void location(Finding finding) {
    physicalLocation(finding.location());
    json.objects("logicalLocations", finding.object().stream().toList(), this::logicalLocation);
  }

  private void logicalLocation(ObjectReference object) {
    json.member("fullyQualifiedName", object.toString());
    json.member("kind", "resource");
  }

  private static List<RelatedPlace> places(Finding finding, boolean steps) {
    return finding.related().stream().filter(place -> place.step().isPresent() == steps).toList();
  }

  private void related(RelatedPlace related, int index) {
    json.member("id", index + 1);
    physicalLocation(related.location());
    message(related.message());
  }

  private void codeFlow(List<RelatedPlace> steps) {
    if (!steps.isEmpty()) {
      json.objects(
          "codeFlows",
          List.of(steps),
          flow ->
              json.objects(
                  "threadFlows",
                  List.of(flow),
                  thread -> json.objects("locations", thread, this::step)));
    }
  }

  private void step(RelatedPlace step) {
    json.object(
        "location",
        () -> {
          physicalLocation(step.location());
          message(step.message());
        });
    json.member("executionOrder", step.step().orElseThrow());
  }

  private void suppression(Suppression suppression) {
    boolean external = suppression.kind() == Suppression.Kind.CONFIGURATION;
    json.member("kind", external ? "external" : "inSource");
    json.member("status", "accepted");
    if (!suppression.reason().isEmpty()) {
      json.member("justification", suppression.reason());
    }
    json.object("location", () -> physicalLocation(suppression.location()));
  }

  private void properties(Finding finding) {
    json.member("severity", finding.severity().id());
    json.member("container", finding.container());
    json.member("path", finding.object().map(object -> finding.path()));
    json.member("precision", finding.location().precision().id());
    json.member("hook", finding.object().flatMap(ObjectReference::hook));
    if (!finding.scenarios().names().isEmpty()) {
      json.strings("scenarios", finding.scenarios().names());
    }
    json.member("rendered", finding.rendered());
  }

  private void physicalLocation(Location location) {
    physicalLocation(location.file(), Optional.of(location.span()));
  }

  private void physicalLocation(String file, Optional<Span> span) {
    json.object(
        "physicalLocation",
        () -> {
          json.object("artifactLocation", () -> artifactLocation(file));
          span.ifPresent(known -> json.object("region", () -> region(known)));
        });
  }

  private void artifactLocation(String file) {
    json.member("uri", SarifUri.of(file));
    if (!SarifUri.isAbsolute(file)) {
      json.member("uriBaseId", ROOT);
    }
  }

  private void region(Span span) {
    json.member("startLine", span.start().line());
    json.member("startColumn", span.start().column());
    json.member("endLine", span.end().line());
    json.member("endColumn", span.end().column());
  }

  private void message(String text) {
    json.object("message", () -> json.member("text", text));
  }
}
