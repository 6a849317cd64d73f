package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.report.TextOptions.Verbosity;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextReportTest {

  private static final Optional<String> EXPLAIN = Optional.of("seaworthy explain");
  private static final String PRIVILEGED = Samples.pod("securityContext: {privileged: true}");

  @Test
  void showsAFindingWithItsSourceAndWhatToDo() {
    assertThat(written(Verbosity.NORMAL, "deploy/web.yaml", PRIVILEGED))
        .isEqualTo(
            """
            high[privileged-container]: container 'app' runs privileged
               --> deploy/web.yaml:11:37
                |
             11 |       securityContext: {privileged: true}
                |                                     ^^^^
                |
                = object: Pod prod/web
                = help: Remove 'privileged: true' and add the single capability or device that is needed.
                = page: seaworthy explain privileged-container

            1 finding: 1 high; 1 file: 1 analysed (1 object)
            """);
  }

  @Test
  void putsWhatIsMissingAtOnePlaceTogetherWorstFirst() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: app
              image: web:1
        """;

    assertThat(written(Verbosity.NORMAL, "web.yaml", yaml))
        .isEqualTo(
            """
            medium[resource-limits-missing]: container 'app' has no resource limits
            low[liveness-probe-missing]: container 'app' has no liveness probe
              --> web.yaml:6:7
               |
             6 |     - name: app
               |       ^^^^^^^^^
               |
               = object: Pod web
               = help for resource-limits-missing: Add 'resources.limits'.
               = page: seaworthy explain resource-limits-missing
               = help for liveness-probe-missing: Add a 'livenessProbe'.
               = page: seaworthy explain liveness-probe-missing

            2 findings: 1 medium, 1 low; 1 file: 1 analysed (1 object)
            """);
  }

  @Test
  void explainsARuleOnce() {
    String yaml = PRIVILEGED + "---\n" + PRIVILEGED;

    String text = written(Verbosity.NORMAL, "web.yaml", yaml);

    assertThat(text).containsOnlyOnce("= help: Remove 'privileged: true'");
    assertThat(text).containsOnlyOnce("= page: seaworthy explain privileged-container");
    assertThat(text.split("high\\[privileged-container]", -1)).hasSize(3);
  }

  @Test
  void namesRelatedPlaces() {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: app
              livenessProbe: {}
              resources: {limits: {}}
              securityContext: &open {privileged: true}
            - name: side
              livenessProbe: {}
              resources: {limits: {}}
              securityContext: *open
        """;

    assertThat(written(Verbosity.NORMAL, "web.yaml", yaml))
        .contains(
            """
            high[privileged-container]: container 'side' runs privileged
              --> web.yaml:9:43
               |
             9 |       securityContext: &open {privileged: true}
               |                                           ^^^^
               |
               = object: Pod web
               = note: web.yaml:13:24: used here through alias '*open'
            """);
  }

  @Test
  void showsAProblemAfterTheFindings() {
    String broken = "apiVersion: v1\nkind: Pod\nmetadata: [\n";
    AnalysisResult result =
        Samples.analyse(Source.of("a.yaml", broken), Source.of("b.yaml", PRIVILEGED))
            .with(Problem.general(ProblemKind.POLICY_ERROR, "cannot compile 'x'", "Correct it."));

    String text = Samples.written(report(Verbosity.NORMAL, broken), result);

    String message = result.problems().get(1).message();
    assertThat(text)
        .endsWith(
            """
            problem[policy-error]: cannot compile 'x'
               = hint: Correct it.

            problem[yaml-syntax]: %s
              --> a.yaml:4:1
               |
             4 |
               | ^
               |
               = hint: %s

            1 finding: 1 high; 2 problems; 2 files: 1 analysed (1 object), 1 failed
            """
                .formatted(message, result.problems().get(1).hint()))
        .startsWith("high[privileged-container]");
  }

  @Test
  void saysInOneLineThatAllIsWell() {
    assertThat(written(Verbosity.NORMAL, "web.yaml", Samples.pod("")))
        .isEqualTo("no findings; 1 file: 1 analysed (1 object)\n");
    assertThat(Samples.written(report(Verbosity.NORMAL, ""), Samples.analyse()))
        .isEqualTo("no findings; no files\n");
  }

  @Test
  void countsWhatIsSuppressed() {
    String yaml =
        Samples.pod("securityContext: {privileged: true} # seaworthy: ignore[KSV-0017] x");

    assertThat(written(Verbosity.NORMAL, "web.yaml", yaml))
        .isEqualTo("no findings (1 suppressed); 1 file: 1 analysed (1 object)\n");
  }

  @Test
  void isBriefWhenQuiet() {
    AnalysisResult result =
        Samples.analyse("web.yaml", PRIVILEGED)
            .with(Problem.general(ProblemKind.POLICY_ERROR, "cannot compile 'x'", "Correct it."))
            .with(Problem.of(ProblemKind.NOT_READABLE, "b.yaml", "cannot be read", "Look."));

    assertThat(Samples.written(report(Verbosity.QUIET, PRIVILEGED), result))
        .isEqualTo(
            """
            web.yaml:11:37: high[privileged-container]: container 'app' runs privileged
            problem[policy-error]: cannot compile 'x'
            b.yaml: problem[not-readable]: cannot be read
            """);
    assertThat(written(Verbosity.QUIET, "web.yaml", Samples.pod(""))).isEmpty();
  }

  @Test
  void saysAllWhenVerbose() {
    String yaml =
        Samples.pod("securityContext: {privileged: true} # seaworthy: ignore[KSV-0017]")
            .replace("livenessProbe: {}", "image: x");
    AnalysisResult result =
        Samples.analyse(Source.of("web.yaml", yaml), Source.of("notes.yaml", "a: b"))
            .with(
                Problem.general(ProblemKind.RULE_CRASHED, "rule 'x' crashed", "Report it.")
                    .withDetail("java.lang.Error\n\tat a.B.c\n"));

    assertThat(Samples.written(report(Verbosity.VERBOSE, yaml), result))
        .contains("= path: spec.containers[0].livenessProbe\n")
        .contains(
            """
            problem[rule-crashed]: rule 'x' crashed
               = hint: Report it.
               = detail:
                 java.lang.Error
                     at a.B.c

            suppressed:
              web.yaml:11:37: high[privileged-container]: container 'app' runs privileged
                by comment at web.yaml:11:43: no reason given

            skipped:
              notes.yaml: no Kubernetes object: apiVersion and kind missing

            2 findings: 1 low, 1 info (1 suppressed); 1 problem; 2 files: 1 analysed (1 object), \
            1 skipped
            """);
  }

  @Test
  void saysHowWellAPlaceIsKnown() {
    AnalysisResult exact = Samples.analyse("web.yaml", PRIVILEGED);

    String template =
        Samples.written(report(Verbosity.NORMAL, PRIVILEGED), at(Precision.TEMPLATE, exact));
    String rendered =
        Samples.written(report(Verbosity.NORMAL, PRIVILEGED), at(Precision.RENDERED, exact));

    assertThat(template).contains("web.yaml:11:37\n", "^^^^");
    assertThat(rendered).contains("web.yaml:11:37 (near here: ").doesNotContain("^^^^");
  }

  @Test
  void leavesTheExcerptOutWhereThereIsNoSource() {
    Report report = new TextReport(TextOptions.DEFAULT, SourceLines.NONE);

    assertThat(Samples.written(report, Samples.analyse("web.yaml", PRIVILEGED)))
        .startsWith(
            """
            high[privileged-container]: container 'app' runs privileged
               --> web.yaml:11:37
                = object: Pod prod/web
                = help: Remove""");
  }

  @Test
  void asksForASourceOnceInARow() {
    String yaml = PRIVILEGED + "---\n" + PRIVILEGED;
    List<String> asked = new ArrayList<>();
    SourceLines sources =
        file -> {
          asked.add(file);
          return Samples.quoting(yaml).text(file);
        };

    Samples.written(
        new TextReport(TextOptions.DEFAULT, sources),
        Samples.analyse(Source.of("a.yaml", yaml), Source.of("b.yaml", yaml)));

    assertThat(asked).containsExactly("a.yaml", "b.yaml");
  }

  @Test
  void coloursBySeverityWhenAskedTo() {
    TextOptions colours = new TextOptions(true, Verbosity.NORMAL, EXPLAIN);
    Report report = new TextReport(colours, Samples.quoting(PRIVILEGED));

    String text = Samples.written(report, Samples.analyse("web.yaml", PRIVILEGED));

    assertThat(text)
        .startsWith("\u001b[1;31mhigh[privileged-container]\u001b[0m\u001b[1m: container")
        .contains("\u001b[1;31m^^^^\u001b[0m");
    assertThat(text.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(written(Verbosity.NORMAL, "web.yaml", PRIVILEGED));
  }

  @ParameterizedTest
  @EnumSource(Verbosity.class)
  void letsNothingInAManifestReachTheTerminal(Verbosity verbosity) {
    String hostile =
        withNames(verbosity, "\\e[2J\\a\\r\\n\\t\\u202E\\u009B1A", "\u001b[2J\u202E\u009b");
    String harmless = withNames(verbosity, "x", "y");

    assertThat(hostile).contains("host-network");
    assertThat(hostile.chars())
        .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202E));
    assertThat(hostile.lines()).hasSameSizeAs(harmless.lines().toList());
  }

  /**
   * @param escaped ends up in names, as YAML writes it
   * @param raw ends up in the text of the source, the file name and a problem
   */
  private static String withNames(Verbosity verbosity, String escaped, String raw) {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: "webESCAPED", namespace: "nESCAPED"}
        spec:
          hostNetwork: true # RAW
          containers:
            - name: "appESCAPED"
              securityContext: {privileged: true} # seaworthy: ignore[KSV-0017] RAW
        """
            .replace("ESCAPED", escaped);
    AnalysisResult result =
        Samples.analyse(raw + ".yaml", yaml)
            .with(
                Problem.of(ProblemKind.NOT_READABLE, raw, raw, raw + ".")
                    .withDetail(raw + "\n" + raw));
    // YAML may refuse such text, but a file can change between reading and quoting
    return Samples.written(report(verbosity, yaml.replace("RAW", raw)), result);
  }

  private static AnalysisResult at(Precision precision, AnalysisResult result) {
    Finding finding = Samples.at(precision, result.findings().get(0));
    return new AnalysisResult(
        List.of(finding), List.of(), List.of(), result.inventory(), result.rules());
  }

  private static String written(Verbosity verbosity, String file, String yaml) {
    return Samples.written(report(verbosity, yaml), Samples.analyse(file, yaml));
  }

  private static Report report(Verbosity verbosity, String yaml) {
    return new TextReport(new TextOptions(false, verbosity, EXPLAIN), Samples.quoting(yaml));
  }
}
