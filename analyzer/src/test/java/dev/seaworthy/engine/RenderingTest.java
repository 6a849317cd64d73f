package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.ProjectRule;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FieldTrace;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Precision;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.RelatedPlace;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceMap;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is rendered is judged where it was written. */
class RenderingTest {

  private static final String TEMPLATE = "chart/templates/pod.yaml";
  private static final String VALUES = "chart/values.yaml";
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostPID: true
        containers:
          - name: app
            image: app:1
      """;

  /** Each line comes from the line ten lines further down, and a value decides all of it. */
  private record Shifted(String text, boolean known) implements SourceMap {

    @Override
    public Location locate(int start, int end) {
      Position at = new SourceText("", text).position(start);
      Position written = new Position(at.line() + 10, at.column());
      Precision precision = known ? Precision.TEMPLATE : Precision.RENDERED;
      return new Location(TEMPLATE, new Span(written, written), precision);
    }

    @Override
    public List<RelatedPlace> related(FieldTrace field) {
      String names = String.join(".", field.steps().stream().map(FieldTrace.Step::name).toList());
      String message = "'" + names + "' was set to " + field.missing();
      Span span = new Span(new Position(3, 1), new Position(3, 5));
      return List.of(new RelatedPlace(new Location(VALUES, span, Precision.EXACT), message));
    }

    @Override
    public boolean covers(String file, int line) {
      return file.equals(VALUES) || (line > 10 && line < 20);
    }

    @Override
    public Optional<String> excerpt(int start, int end) {
      return Optional.of(text.substring(start, end));
    }
  }

  @Test
  void aFindingStandsWhereTheTextWasWrittenWithThePlacesThatTookPart() {
    Finding finding = analyse(List.of("default"), text(POD, "default")).findings().get(0);

    assertThat(finding.ruleId()).isEqualTo("host-pid");
    assertThat(finding.location()).hasToString(TEMPLATE + ":16:12");
    assertThat(finding.location().precision()).isEqualTo(Precision.TEMPLATE);
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.related().get(0).location()).hasToString(VALUES + ":3:1");
    assertThat(finding.related().get(0).message()).isEqualTo("'spec.hostPID' was set to []");
    assertThat(finding.rendered()).isEmpty();
  }

  @Test
  void theRenderedTextIsShownWhereNoLineIsProven() {
    RenderedText unknown =
        new RenderedText(
            new SourceText(TEMPLATE, POD, new Shifted(POD, false)), List.of("default"));

    Finding finding = analyse(List.of("default"), unknown).findings().get(0);

    assertThat(finding.location().precision()).isEqualTo(Precision.RENDERED);
    assertThat(finding.rendered()).contains("true");
  }

  @Test
  void aFindingOfSeveralScenariosIsOneThatNamesThem() {
    AnalysisResult result =
        analyse(
            List.of("default", "small", "plain"),
            text(POD, "default"),
            text(POD.replace("app:1", "app:2"), "small"),
            text(POD.replace("hostPID: true", "hostPID: false"), "plain"));

    assertThat(result.findings())
        .extracting(Finding::scenarios)
        .containsExactly(new Scenarios(List.of("default", "small"), false));
    assertThat(result.inventory()).containsExactly(InventoryEntry.analysed(TEMPLATE, 1));
  }

  @Test
  void objectsThatShareALineAreSeveralFindings() {
    String two = POD + "---\n" + POD.replace("name: web", "name: api");

    AnalysisResult result = analyse(List.of("default"), text(POD, "default"), text(two, "default"));

    assertThat(result.findings()).hasSize(3);
    assertThat(result.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
  }

  @Test
  void commentsInAnyOfTheFilesSuppress() {
    String template = "\n".repeat(14) + "# seaworthy: ignore[host-pid] a\n  hostPID: true\n";
    String values = "a: 1\nb: 2\nc: 3 # seaworthy: ignore[host-pid] b\n";

    assertThat(suppressed(template, "")).containsExactly("a");
    assertThat(suppressed("", values)).containsExactly("b");
    assertThat(suppressed("", "")).isEmpty();
  }

  @Test
  void aCommentOfATemplateSuppressesAcrossActionsThatWriteNothing() {
    String template =
        "\n".repeat(13)
            + "{{- /* seaworthy: ignore[host-pid] a */}}\n{{- if .Values.x }}\n  hostPID: true\n";

    assertThat(suppressed(template, "")).containsExactly("a");
  }

  @Test
  void aCommentAboveAnActionThatWritesSuppressesNothingBelowIt() {
    String comment = "\n".repeat(13) + "# seaworthy: ignore[host-pid] a\n";
    List<String> writing =
        List.of(
            "{{ toYaml .Values.x }}",
            "{{- include \"x\" . | nindent 2 }}",
            "{{ .Values.key }}: {{ .Values.value }}",
            "{{ if .Values.x }}hostIPC: true{{ end }}",
            "{{ $x }}");
    List<String> silent =
        List.of(
            "{{- if .Values.x }}",
            "{{ end }}{{ else if .Values.y }}",
            "{{- $x := 1 -}} {{ $k, $v = 1 }}",
            "{{- /* why */ -}}");

    for (String action : writing) {
      assertThat(suppressed(comment + action + "\n  hostPID: true\n", "")).as(action).isEmpty();
    }
    for (String action : silent) {
      assertThat(suppressed(comment + action + "\n  hostPID: true\n", ""))
          .as(action)
          .containsExactly("a");
    }
  }

  @Test
  void aCommentOfATemplateMayTrimBlanksAndTakeSeveralLines() {
    String end = "\n  hostPID: true\n";

    for (String comment :
        List.of(
            "\n{{/* seaworthy: ignore[host-pid] a */}}",
            "\n{{- /* seaworthy: ignore[host-pid] a */ -}}",
            "{{- /* seaworthy: ignore[host-pid]\na*/}}")) {
      assertThat(suppressed("\n".repeat(13) + comment + end, "")).as(comment).containsExactly("a");
    }
    assertThat(suppressed("\n".repeat(14) + "/* seaworthy: ignore[host-pid] a */" + end, ""))
        .isEmpty();
  }

  @Test
  @Timeout(20)
  void commentsWithoutAnEndTakeNoTime() {
    String comments = "{{/* seaworthy: x\n".repeat(200_000);

    assertThat(suppressed(comments, "")).isEmpty();
    assertThat(suppressed(comments + "*/", "")).isEmpty();
  }

  @Test
  void findingsOfAllObjectsTogetherThatAreTooManyAreAProblem() {
    ProjectRule everything =
        AdHocRule.onProject(
            "every-pod",
            (project, violations) ->
                project
                    .objects()
                    .forEach(object -> violations.report(object.root(), "it is a pod")));
    String many = (POD + "---\n").repeat(3);
    Rendering rendering =
        new Rendering(
            "chart", List.of("default"), List.of(text(many, "default")), List.of(), Map.of());

    AnalysisResult result =
        Analyzer.builder()
            .rules(List.of(everything))
            .limits(
                new Limits(
                    Limits.DEFAULT.maxFileBytes(),
                    Limits.DEFAULT.yaml(),
                    Limits.DEFAULT.maxReadsPerRule(),
                    2))
            .build()
            .analyze(new Discovery(List.of(), List.of(rendering), List.of(), List.of()));

    assertThat(result.findings()).hasSize(2);
    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly("more than 2 findings of rule 'every-pod': the rest is left out");
  }

  @Test
  void aSuppressionIsOfNoUseOnlyIfSomethingWasRenderedThere() {
    String unused = "# seaworthy: ignore[host-ipc] why\n";
    AnalysisResult seen =
        analyse(text(POD, "default"), new SourceText(TEMPLATE, "\n".repeat(11) + unused));
    AnalysisResult unseen =
        analyse(text(POD, "default"), new SourceText(TEMPLATE, "\n".repeat(50) + unused));

    assertThat(seen.findings()).extracting(Finding::ruleId).contains("unused-suppression");
    assertThat(unseen.findings()).extracting(Finding::ruleId).containsExactly("host-pid");
  }

  @Test
  void brokenYamlIsAProblemWhereItWasWritten() {
    AnalysisResult result =
        analyse(List.of("default"), text("kind: Pod\napiVersion: v1\na: [1\nb: 2\n", "default"));

    assertThat(result.problems()).hasSize(1);
    Problem problem = result.problems().get(0);
    assertThat(problem.file()).contains(TEMPLATE);
    assertThat(problem.span().orElseThrow().start().line()).isEqualTo(14);
    assertThat(problem.message())
        .startsWith("line 4 of what '" + TEMPLATE + "' renders to in scenario 'default': ");
    assertThat(result.inventory()).extracting(InventoryEntry::state).contains(FileState.FAILED);
  }

  @Test
  void whatCouldNotBeRenderedHasFailed() {
    Rendering rendering =
        new Rendering(
            "chart",
            List.of("default"),
            List.of(text(POD, "default")),
            List.of(),
            Map.of(TEMPLATE, "not rendered in scenario 'x'", "chart/b.yaml", "not rendered"));

    assertThat(analyse(rendering).inventory())
        .containsExactly(
            InventoryEntry.failed("chart/b.yaml", "not rendered", 0),
            InventoryEntry.failed(TEMPLATE, "not rendered in scenario 'x'", 1));
  }

  @Test
  void filesThatTwoChartsShareAreJudgedAndAccountedForOnce() {
    RenderedText text = text(POD, "default");
    Rendering one =
        new Rendering("a", List.of("default"), List.of(text), List.of(), Map.of(TEMPLATE, "why"));
    Rendering other = new Rendering("b", List.of("default"), List.of(text), List.of(), Map.of());
    InventoryEntry unused = InventoryEntry.skipped(TEMPLATE, "renders to nothing");

    AnalysisResult result =
        analyse(new Discovery(List.of(), List.of(one, other), List.of(unused), List.of()));

    assertThat(result.findings()).hasSize(1);
    assertThat(result.inventory()).containsExactly(InventoryEntry.failed(TEMPLATE, "why", 1));
  }

  @Test
  void aCommentInAFileThatTwoChartsShareIsOfUseIfItIsInOneOfThem() {
    SourceText shared =
        new SourceText(
            TEMPLATE,
            "\n".repeat(14) + "# seaworthy: ignore[host-pid, host-ipc] why\n  hostPID: true\n");
    RenderedText other = text(POD.replace("hostPID: true", "hostPID: false"), "default");
    Discovery both =
        new Discovery(
            List.of(),
            List.of(rendering("a", text(POD, "default"), shared), rendering("b", other, shared)),
            List.of(),
            List.of());

    assertThat(analyse(both).findings())
        .extracting(Finding::message)
        .containsExactly("suppression of 'host-ipc' suppresses nothing");
    assertThat(analyse(other, shared).findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "suppression of 'host-ipc' suppresses nothing",
            "suppression of 'host-pid' suppresses nothing");
  }

  private static Rendering rendering(String name, RenderedText text, SourceText... origins) {
    return new Rendering(name, List.of("default"), List.of(text), List.of(origins), Map.of());
  }

  private static List<String> suppressed(String template, String values) {
    return analyse(
            text(POD, "default"),
            new SourceText(TEMPLATE, template),
            new SourceText(VALUES, values))
        .suppressed()
        .stream()
        .map(found -> found.suppression().reason())
        .toList();
  }

  private static RenderedText text(String text, String... scenarios) {
    return new RenderedText(
        new SourceText(TEMPLATE, text, new Shifted(text, true)), List.of(scenarios));
  }

  private static AnalysisResult analyse(List<String> scenarios, RenderedText... texts) {
    return analyse(new Rendering("chart", scenarios, List.of(texts), List.of(), Map.of()));
  }

  private static AnalysisResult analyse(RenderedText text, SourceText... origins) {
    return analyse(rendering("chart", text, origins));
  }

  private static AnalysisResult analyse(Rendering rendering) {
    return analyse(new Discovery(List.of(), List.of(rendering), List.of(), List.of()));
  }

  private static AnalysisResult analyse(Discovery discovery) {
    return Analyzer.builder().rules(TestRules.ALL).build().analyze(discovery);
  }
}
