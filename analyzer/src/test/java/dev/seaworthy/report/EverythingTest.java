package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.ConfiguredIgnore;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.IgnorePolicy;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds results with everything in them against the schemas. */
class EverythingTest {

  private static final Schema OUTPUT = Schema.ofOutput();
  private static final Schema SARIF = Schema.ofSarif();
  private static final Report JSON_REPORT = new JsonReport(Samples.TOOL);
  private static final Report SARIF_REPORT = new SarifReport(Samples.TOOL, Samples.PAGES);

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        annotations:
          ignore.seaworthy.dev/host-network: talks to the node
      spec:
        template:
          spec:
            hostNetwork: true
            containers:
              - name: app
                securityContext: &open
                  privileged: true
              - name: "\\u001b[31m](https://example.org) \\uD800 日本語"
                securityContext: *open
              - name: kvm
                securityContext:
                  privileged: true # seaworthy: ignore[privileged-container]
      # seaworthy: ignore[unknown-rule] reason
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/web.yaml",
        "<stdin>",
        "-",
        "with space.yaml",
        "50%/a#b?c.yaml",
        "größe/日本語 😀.yaml",
        "a:b/c.yaml",
        "http://example.org/x.yaml",
        "./dot/./x.yaml",
        "../above.yaml",
        "/abs/olute path.yaml",
        "//double/slash.yaml",
        "C:/Users/x y/web.yaml",
        "back\\slash.yaml",
        "new\nline\u001b.yaml",
        "{brace}[bracket]|pipe^.yaml",
        "."
      })
  void everyReportIsValidForAFileNamed(String file) throws URISyntaxException {
    AnalysisResult result = everything(file);

    assertThat(OUTPUT.errors(Samples.written(JSON_REPORT, result))).isEmpty();
    assertThat(SARIF.errors(Samples.written(SARIF_REPORT, result))).isEmpty();
    for (JsonNode uri : Samples.tree(SARIF_REPORT, result).findValues("uri")) {
      URI parsed = new URI(uri.stringValue());
      assertThat(parsed.toString()).isNotEmpty();
      assertThat(parsed.getScheme()).isIn(null, "file");
    }
  }

  @Test
  void aCleanResultIsValid() {
    AnalysisResult result = Samples.analyse("a.yaml", Samples.pod(""));

    assertThat(result.findings()).isEmpty();
    assertThat(OUTPUT.errors(Samples.written(JSON_REPORT, result))).isEmpty();
    assertThat(SARIF.errors(Samples.written(SARIF_REPORT, result))).isEmpty();
  }

  @Test
  void anEmptyResultIsValid() {
    AnalysisResult result = Samples.analyse();

    assertThat(OUTPUT.errors(Samples.written(JSON_REPORT, result))).isEmpty();
    assertThat(SARIF.errors(Samples.written(SARIF_REPORT, result))).isEmpty();
  }

  @Test
  void theSchemasRefuseWhatIsWrong() {
    AnalysisResult result = everything("web.yaml");
    String json = Samples.written(JSON_REPORT, result);
    String sarif = Samples.written(SARIF_REPORT, result);

    assertThat(OUTPUT.errors(json.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
    assertThat(OUTPUT.errors(json.replace("\"reason\"", "\"because\""))).isNotEmpty();
    assertThat(OUTPUT.errors(json.replace("\"Deployment\"", "null"))).isNotEmpty();
    assertThat(SARIF.errors(sarif.replace("\"ruleIndex\"", "\"index\""))).isNotEmpty();
    assertThat(SARIF.errors(sarif.replace("\"web.yaml\"", "\"a b.yaml\""))).isNotEmpty();
  }

  @Test
  void everyReportGivesTheSameBytesTwice() {
    AnalysisResult result = everything("web.yaml");
    TextOptions options =
        new TextOptions(true, TextOptions.Verbosity.VERBOSE, Optional.of("seaworthy explain"));

    for (Report report :
        List.of(JSON_REPORT, SARIF_REPORT, new TextReport(options, Samples.quoting(MANIFEST)))) {
      assertThat(Samples.written(report, result)).isEqualTo(Samples.written(report, result));
    }
  }

  /** Findings of every kind and precision, suppressions of every kind, problems of every kind. */
  private static AnalysisResult everything(String file) {
    ConfiguredIgnore ignore =
        new ConfiguredIgnore(
            "liveness-probe-missing",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("kvm"),
            "batch job",
            Optional.empty(),
            true,
            Location.exact("seaworthy.yaml", Span.FILE_START));
    AnalysisResult result =
        Analyzer.builder()
            .rules(Samples.RULES)
            .ignores(new IgnorePolicy(true, List.of(ignore), Optional.empty()))
            .build()
            .analyze(Source.of(file, MANIFEST));
    assertThat(result.suppressed())
        .extracting(one -> one.suppression().kind().name())
        .contains("COMMENT", "ANNOTATION", "CONFIGURATION");
    assertThat(result.findings()).anyMatch(finding -> finding.object().isEmpty());
    assertThat(result.findings()).anyMatch(finding -> !finding.related().isEmpty());

    List<Finding> findings = new ArrayList<>(result.findings());
    for (Precision precision : Precision.values()) {
      findings.add(Samples.at(precision, result.findings().get(0)));
    }
    List<Problem> problems = new ArrayList<>();
    for (ProblemKind kind : ProblemKind.values()) {
      problems.add(Problem.at(kind, file, Span.FILE_START, "failed", "Try.").withDetail("a\n\tb"));
      problems.add(Problem.of(kind, file, "failed", "Try."));
      problems.add(Problem.general(kind, "failed", "Try."));
    }
    List<InventoryEntry> inventory =
        List.of(
            InventoryEntry.analysed(file, 1),
            InventoryEntry.skipped("folder/", "excluded"),
            InventoryEntry.failed("b.yaml", "failed", 2));
    return new AnalysisResult(findings, result.suppressed(), problems, inventory, result.rules());
  }
}
