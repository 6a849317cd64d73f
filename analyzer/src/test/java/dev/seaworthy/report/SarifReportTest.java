package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.SuppressedFinding;
import dev.seaworthy.engine.Suppression;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SarifReportTest {

  private static final SarifReport REPORT = new SarifReport(Samples.TOOL, Samples.PAGES);
  private static final String PRIVILEGED = Samples.pod("securityContext: {privileged: true}");

  @Test
  void givesAResultOneRelativePlaceInUtf16Columns() {
    String yaml = PRIVILEGED.replace("{privileged", "{'😀': 1, privileged");

    JsonNode run = run(REPORT, Samples.analyse("deploy/web 1.yaml", yaml));

    assertThat(run.get("columnKind").stringValue()).isEqualTo("utf16CodeUnits");
    JsonNode locations = run.get("results").get(0).get("locations");
    assertThat(locations).hasSize(1);
    JsonNode place = locations.get(0).get("physicalLocation");
    assertThat(place.get("artifactLocation").get("uri").stringValue())
        .isEqualTo("deploy/web%201.yaml");
    assertThat(place.get("region").toString())
        .isEqualTo("{\"startLine\":11,\"startColumn\":46,\"endLine\":11,\"endColumn\":50}");
  }

  @Test
  void relatesARelativePlaceToADescribedRoot() {
    JsonNode run = run(REPORT, Samples.analyse("web.yaml", PRIVILEGED));

    String base = run.findValue("uriBaseId").stringValue();
    assertThat(run.get("originalUriBaseIds").get(base).has("description")).isTrue();
  }

  @Test
  void givesAnAbsolutePlaceNoRoot() {
    JsonNode run = run(REPORT, Samples.analyse("/srv/web.yaml", PRIVILEGED));

    assertThat(run.findValue("artifactLocation").toString())
        .isEqualTo("{\"uri\":\"file:///srv/web.yaml\"}");
  }

  @Test
  void identifiesAFindingByItsFingerprintAndObject() {
    AnalysisResult analysis = Samples.analyse("web.yaml", PRIVILEGED);

    JsonNode result = run(REPORT, analysis).get("results").get(0);

    assertThat(result.get("partialFingerprints").get("seaworthy/v1").stringValue())
        .isEqualTo(analysis.findings().get(0).fingerprint());
    assertThat(result.findValue("fullyQualifiedName").stringValue()).isEqualTo("Pod prod/web");
    assertThat(result.get("properties").get("path").stringValue())
        .isEqualTo("spec.containers[0].securityContext.privileged");
  }

  @Test
  void listsAllRulesThatRanWithHelp() {
    AnalysisResult analysis = Samples.analyse("web.yaml", PRIVILEGED);

    JsonNode run = run(REPORT, analysis);

    JsonNode rules = run.get("tool").get("driver").get("rules");
    assertThat(rules).hasSameSizeAs(analysis.rules());
    JsonNode result = run.get("results").get(0);
    JsonNode rule = rules.get(result.get("ruleIndex").intValue());
    assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    assertThat(rule.get("shortDescription").get("text").stringValue())
        .isEqualTo("Container runs privileged");
    assertThat(rule.get("helpUri").stringValue())
        .isEqualTo("https://example.org/rules/privileged-container.md");
    assertThat(rule.get("help").get("text").stringValue())
        .contains("Remove 'privileged: true'", "pss:baseline", "KSV-0017, CKV_K8S_16");
    assertThat(rule.get("help").get("markdown").stringValue())
        .contains("CKV\\_K8S\\_16", "- <https://example.org/rules/privileged-container.md>");
    assertThat(rule.get("properties").get("tags").valueStream().map(JsonNode::stringValue))
        .containsExactly("security", "privilege", "pss:baseline");
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, error, 9.5",
    "HIGH, error, 8.0",
    "MEDIUM, warning, 5.5",
    "LOW, note, 3.0",
    "INFO, note,",
  })
  void mapsASeverityToLevelAndScore(Severity severity, String level, String score) {
    RuleMetadata rule = Samples.PRIVILEGED.withSeverity(severity);
    Finding finding = finding(rule, 1);

    JsonNode run = run(REPORT, result(List.of(finding), rule));

    assertThat(run.get("results").get(0).get("level").stringValue()).isEqualTo(level);
    JsonNode descriptor = run.get("tool").get("driver").get("rules").get(0);
    assertThat(descriptor.get("defaultConfiguration").get("level").stringValue()).isEqualTo(level);
    JsonNode properties = descriptor.get("properties");
    assertThat(properties.has("security-severity")).isEqualTo(score != null);
    assertThat(properties.path("security-severity").stringValue(null)).isEqualTo(score);
    assertThat(properties.get("tags").toString().contains("\"security\"")).isEqualTo(score != null);
  }

  @Test
  void keepsToGitHubsBoundsForARule() {
    RuleMetadata rule =
        RuleMetadata.builder("wordy", "t".repeat(2000))
            .category("words")
            .remediation("r".repeat(2000) + ".")
            .standards(IntStream.range(0, 30).mapToObj(i -> "standard:" + i).toArray(String[]::new))
            .build();

    JsonNode descriptor =
        run(REPORT, result(List.of(), rule)).get("tool").get("driver").get("rules");

    assertThat(descriptor.get(0).get("properties").get("tags")).hasSize(10);
    assertThat(descriptor.get(0).get("shortDescription").get("text").stringValue())
        .hasSize(1024)
        .endsWith("...");
    assertThat(descriptor.get(0).get("fullDescription").get("text").stringValue()).hasSize(1024);
  }

  @Test
  void linksToRelatedPlacesFromTheMessage() {
    String yaml = PRIVILEGED.replace("spec:", "spec:\n  hostNetwork: true");

    JsonNode result = run(REPORT, Samples.analyse("web.yaml", yaml)).get("results").get(0);

    assertThat(result.get("message").get("text").stringValue())
        .isEqualTo("pod shares the network of its node; [first container](1)");
    JsonNode related = result.get("relatedLocations").get(0);
    assertThat(related.get("id").intValue()).isEqualTo(1);
    assertThat(related.get("message").get("text").stringValue()).isEqualTo("first container");
    assertThat(related.findValue("startLine").intValue()).isEqualTo(9);
  }

  @Test
  void letsNoNameBecomeALink() {
    String yaml = PRIVILEGED.replace("name: app", "name: '[x](https://example.org)'");
    Finding finding = Samples.analyse("web.yaml", yaml).findings().get(0);
    RelatedPlace hostile =
        new RelatedPlace(finding.location(), "at [x](https://example.org) \\](https://b)");
    Finding both =
        new Finding(
            finding.rule(),
            finding.message(),
            finding.location(),
            finding.object(),
            finding.container(),
            finding.path(),
            List.of(hostile),
            finding.fingerprint());

    JsonNode run = run(REPORT, result(List.of(both), finding.rule()));

    assertThat(run.get("results").get(0).get("message").get("text").stringValue())
        .isEqualTo(
            "container '[x] (https://example.org)' runs privileged;"
                + " [at \\[x\\](https://example.org) \\\\\\](https://b)](1)");
  }

  @Test
  void saysBySuppressionsWhoAcceptedAFinding() {
    String yaml =
        PRIVILEGED
            .replace("  name: web\n", "  name: web\n  annotations: {ANNOTATION: needs the node}\n")
            .replace("ANNOTATION", "ignore.seaworthy.dev/privileged-container");

    JsonNode result = run(REPORT, Samples.analyse("web.yaml", yaml)).get("results").get(0);

    JsonNode suppression = result.get("suppressions").get(0);
    assertThat(suppression.get("kind").stringValue()).isEqualTo("inSource");
    assertThat(suppression.get("status").stringValue()).isEqualTo("accepted");
    assertThat(suppression.get("justification").stringValue()).isEqualTo("needs the node");
    assertThat(suppression.findValue("startLine").intValue()).isEqualTo(5);
  }

  @Test
  void leavesOutWhatIsSuppressedWhereThatIsAskedFor() {
    String yaml =
        Samples.pod("securityContext: {privileged: true} # seaworthy: ignore[KSV-0017] for kvm");
    AnalysisResult analysis = Samples.analyse("web.yaml", yaml);

    assertThat(run(REPORT, analysis).get("results")).hasSize(1);
    assertThat(run(REPORT.withoutSuppressed(), analysis).get("results")).isEmpty();
  }

  @Test
  void tellsOfProblemsAsNotifications() {
    AnalysisResult analysis =
        Samples.analyse("broken.yaml", "apiVersion: v1\nkind: [\n")
            .with(Problem.general(ProblemKind.POLICY_ERROR, "cannot compile 'x'", "Correct it."));

    JsonNode invocation = run(REPORT, analysis).get("invocations").get(0);

    assertThat(invocation.get("executionSuccessful").booleanValue()).isTrue();
    JsonNode general = invocation.get("toolExecutionNotifications").get(0);
    assertThat(general.get("descriptor").get("id").stringValue()).isEqualTo("policy-error");
    assertThat(general.get("level").stringValue()).isEqualTo("error");
    assertThat(general.get("message").get("text").stringValue())
        .isEqualTo("cannot compile 'x'. Correct it.");
    assertThat(general.get("locations")).isEmpty();
    JsonNode syntax = invocation.get("toolExecutionNotifications").get(1);
    assertThat(syntax.findValue("uri").stringValue()).isEqualTo("broken.yaml");
    assertThat(syntax.findValue("startLine").intValue()).isEqualTo(3);
  }

  @Test
  void keepsTheWorstOfMoreResultsThanGitHubTakes() {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= 25_003; line++) {
      findings.add(finding(line > 25_000 ? Samples.NETWORK : Samples.PROBE, line));
    }
    AnalysisResult analysis = result(findings, Samples.NETWORK, Samples.PROBE);

    JsonNode run = run(REPORT, analysis);

    assertThat(run.get("results")).hasSize(25_000);
    assertThat(run.get("results").get(24_996).findValue("startLine").intValue()).isEqualTo(24_997);
    assertThat(run.get("results").get(24_999).findValue("startLine").intValue()).isEqualTo(25_003);
    assertThat(run.findValue("toolExecutionNotifications").findValue("text").stringValue())
        .startsWith("findings are left out, as GitHub accepts no more: 3 open, 0 suppressed.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # findings | suppressed | what is left out
          24999      | 1          | -
          24999      | 3          | 0 open, 2 suppressed
          25000      | 1          | 0 open, 1 suppressed
          25002      | 0          | 2 open, 0 suppressed
          25002      | 5          | 2 open, 5 suppressed
          """)
  void saysWhatIsLeftOut(int open, int suppressed, String leftOut) {
    List<Finding> findings = findings(open);
    Suppression suppression =
        new Suppression(Suppression.Kind.COMMENT, "why", finding(Samples.PROBE, 1).location());
    AnalysisResult analysis =
        new AnalysisResult(
            findings,
            findings(suppressed).stream()
                .map(one -> new SuppressedFinding(one, suppression))
                .toList(),
            List.of(),
            List.of(),
            List.of(Samples.PROBE));

    JsonNode notifications = run(REPORT, analysis).findValue("toolExecutionNotifications");

    assertThat(notifications).hasSize(leftOut == null ? 0 : 1);
    if (leftOut != null) {
      assertThat(notifications.get(0).findValue("text").stringValue())
          .contains(": " + leftOut + ".");
    }
    JsonNode unsuppressed =
        run(REPORT.withoutSuppressed(), analysis).findValue("toolExecutionNotifications");
    assertThat(unsuppressed).hasSize(open > 25_000 ? 1 : 0);
  }

  private static List<Finding> findings(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(line -> finding(Samples.PROBE, line)).toList();
  }

  @Test
  void refusesARelativeAddressOfAPage() {
    SarifReport report =
        new SarifReport(Samples.TOOL, rule -> Optional.of(URI.create("rules/" + rule.id())));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.written(report, Samples.analyse("web.yaml", PRIVILEGED)))
        .withMessageContaining("address");
  }

  private static JsonNode run(Report report, AnalysisResult result) {
    return Samples.tree(report, result).get("runs").get(0);
  }

  private static Finding finding(RuleMetadata rule, int line) {
    Position position = new Position(line, 1);
    return new Finding(
        rule,
        "found",
        Location.exact("a.yaml", new Span(position, position)),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        "f" + line);
  }

  private static AnalysisResult result(List<Finding> findings, RuleMetadata... rules) {
    return new AnalysisResult(findings, List.of(), List.of(), List.of(), List.of(rules));
  }
}
