package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.helm.TemplateWrapper.Content;
import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.ChartKind;
import dev.seaworthy.helm.chart.ChartMetadata;
import dev.seaworthy.helm.render.DependencyUpdate;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.render.RenderResult;
import dev.seaworthy.source.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is tried when Helm refuses a chart, with an engine that says what a test wants it to. */
class ScenarioRendererTest {

  private static final RenderResult OUTPUT =
      new RenderResult.Rendered(
          """
          # Source: web/templates/a.yaml
          %s"plain"
          %s"marked"
          """
              .formatted(Content.PLAIN.comment(), Content.MARKED.comment()));
  private static final String FAIL =
      "execution error at (web/templates/" + ours("a") + ":1:3): no name";
  private static final String NIL =
      "template: web/templates/"
          + ours("b")
          + ":1:3: executing"
          + " \"web/templates/"
          + ours("b")
          + "\" at <.Values.x.y>: nil pointer evaluating"
          + " interface {}.y";

  private static String ours(String name) {
    return "_seaworthy" + TemplateWrapper.SECRET + "." + name + ".yaml";
  }

  private final List<String> asked = new ArrayList<>();

  @Test
  void aChartThatRendersIsRenderedOnce() throws IOException {
    ScenarioRenderer.Rendered rendered = render(true, form -> OUTPUT);

    assertThat(asked).containsExactly("both");
    assertThat(rendered.output().orElseThrow().plain()).containsValue("plain");
    assertThat(rendered.output().orElseThrow().marked()).containsValue("marked");
    assertThat(rendered.problems()).isEmpty();
    assertThat(rendered.ended()).isFalse();
  }

  @Test
  void whereTemplatesChangeWhatOthersReadMarksAreRenderedByThemselves() throws IOException {
    Fake engine = new Fake(form -> OUTPUT);
    ScenarioRenderer renderer = renderer(false, engine);
    RenderRequest request = RenderRequest.of(Path.of("chart"), "1.30");

    ScenarioRenderer.Rendered rendered = renderer.render(request);
    Map<String, String> marked = renderer.marked(request, rendered);

    assertThat(asked).containsExactly("plain", "marked");
    assertThat(marked).containsEntry("web/templates/a.yaml", "marked");
  }

  @Test
  void marksThatDoNotRenderTakeNothingAway() throws IOException {
    Fake engine =
        new Fake(
            form ->
                form.matches("both|marked") ? new RenderResult.Refused("marks are bad") : OUTPUT);
    ScenarioRenderer renderer = renderer(true, engine);
    RenderRequest request = RenderRequest.of(Path.of("chart"), "1.30");

    ScenarioRenderer.Rendered rendered = renderer.render(request);

    assertThat(rendered.output()).isPresent();
    assertThat(rendered.problems()).isEmpty();
    assertThat(renderer.marked(request, rendered)).isEmpty();
    assertThat(asked).containsExactly("both", "plain", "marked");
  }

  @Test
  void whatIsAskedForIsOverlookedBeforeTemplatesAreLeftOut() throws IOException {
    ScenarioRenderer.Rendered rendered =
        render(
            true,
            form -> {
              if (!form.contains("lenient")) {
                return new RenderResult.Refused(FAIL);
              }
              return form.contains("b.yaml") ? OUTPUT : new RenderResult.Refused(NIL);
            });

    assertThat(rendered.output()).isPresent();
    assertThat(rendered.degradation())
        .isEqualTo(new Degradation(false, true, false, Set.of("chart/templates/b.yaml")));
    assertThat(messages(rendered))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("chart/templates/a.yaml:1 ").contains("no name"),
            second -> assertThat(second).startsWith("chart/templates/b.yaml:1 ").contains("x"));
    assertThat(asked)
        .containsExactly(
            "both",
            "plain",
            "original",
            "plain lenient",
            "original lenient",
            "plain lenient without chart/templates/b.yaml");
  }

  @Test
  void aRefusalThatBlamesNothingEndsTheScenarioAndNoOther() throws IOException {
    ScenarioRenderer.Rendered rendered =
        render(true, form -> new RenderResult.Refused("the moon is wrong"));

    assertThat(rendered.output()).isEmpty();
    assertThat(messages(rendered)).hasSize(1).first().asString().contains("the moon is wrong");
    assertThat(rendered.problems()).hasSize(1);
  }

  @Test
  void anEngineWithoutAnAnswerIsNotAskedAgain() throws IOException {
    ScenarioRenderer.Rendered rendered =
        render(
            true,
            form -> new RenderResult.Failed(RenderResult.Reason.CRASHED, "too bad", "Try on."));

    assertThat(asked).containsExactly("both");
    assertThat(rendered.output()).isEmpty();
    assertThat(rendered.ended()).isTrue();
    assertThat(messages(rendered))
        .containsExactly(
            "chart/Chart.yaml chart 'chart' does not render in scenario 'default': too bad");
  }

  @Test
  void theTemplateThatNeverEndsIsLeftOut() throws IOException {
    ScenarioRenderer.Rendered rendered =
        render(
            true,
            form ->
                form.contains("chart/templates/b.yaml")
                    ? OUTPUT
                    : new RenderResult.Failed(RenderResult.Reason.TIME, "slow", "Wait longer."));

    assertThat(rendered.output()).isPresent();
    assertThat(rendered.degradation().templates()).containsExactly("chart/templates/b.yaml");
    assertThat(messages(rendered))
        .containsExactly(
            "chart/templates/b.yaml template 'chart/templates/b.yaml' was left out in scenario"
                + " 'default': slow");
    assertThat(asked).last().asString().isEqualTo("plain without chart/templates/b.yaml");
  }

  @Test
  void templatesThatWroteTheNameOfTheBundleAreRenderedByThemselves() throws IOException {
    RenderResult named =
        new RenderResult.Rendered(
            "# Source: x\n"
                + Content.PLAIN.comment()
                + "\"web/templates/seaworthy"
                + TemplateWrapper.SECRET
                + ".yaml\"\n");

    ScenarioRenderer.Rendered rendered = render(true, form -> form.equals("both") ? named : OUTPUT);

    assertThat(asked).containsExactly("both", "plain");
    assertThat(rendered.output().orElseThrow().plain()).containsValue("plain");
  }

  @Test
  void refusalsWithoutEndAreGivenUpAndToldOf() throws IOException {
    int[] number = {0};
    ScenarioRenderer.Rendered rendered =
        render(
            false,
            form ->
                new RenderResult.Refused(NIL.replace(".b.yaml", "." + number[0]++ / 2 + ".yaml")));

    assertThat(rendered.output()).isEmpty();
    assertThat(messages(rendered)).last().asString().contains("Helm refuses it in 40 ways");
  }

  private ScenarioRenderer.Rendered render(
      boolean repeatable, Function<String, RenderResult> answers) throws IOException {
    return renderer(repeatable, new Fake(answers))
        .render(RenderRequest.of(Path.of("chart"), "1.30"));
  }

  private static ScenarioRenderer renderer(boolean repeatable, HelmEngine engine) {
    Chart chart = chart();
    Scenario scenario =
        new Scenario(Scenario.DEFAULT, List.of(), List.of(), "release-name", "default");
    Workspace workspace = new Forms(repeatable);
    List<ChartFile> templates = chart.templates().subList(48, 52);
    return new ScenarioRenderer(
        chart,
        Degradation.NONE,
        workspace,
        engine,
        new EndlessTemplates(templates, workspace, engine),
        new RenderProblems(chart, scenario));
  }

  private static Chart chart() {
    List<ChartFile> files =
        Stream.concat(
                Stream.of("Chart.yaml", "templates/a.yaml", "templates/b.yaml"),
                Stream.iterate(0, i -> i + 1).limit(50).map(i -> "templates/" + i + ".yaml"))
            .map(
                path ->
                    new ChartFile(path, "chart/" + path, "x: 1\n".getBytes(StandardCharsets.UTF_8)))
            .toList();
    ChartMetadata metadata =
        new ChartMetadata(
            "v2", "web", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    return new Chart("web", "chart", ChartKind.APPLICATION, metadata, files, List.of());
  }

  private static List<String> messages(ScenarioRenderer.Rendered rendered) {
    return rendered.problems().stream().map(ScenarioRendererTest::shown).toList();
  }

  private static String shown(Problem problem) {
    String line = problem.span().map(span -> ":" + span.start().line()).orElse("");
    return problem.file().orElse("") + line + " " + problem.message();
  }

  /** Says in the path what is in the copy. */
  private record Forms(boolean isRepeatable) implements Workspace {

    @Override
    public Path original(Degradation degradation) {
      return path("original", degradation);
    }

    @Override
    public Path plain(Degradation degradation) {
      return path("plain", degradation);
    }

    @Override
    public Path marked(Degradation degradation) {
      return path("marked", degradation);
    }

    @Override
    public Path both(Degradation degradation) {
      return path("both", degradation);
    }

    private static Path path(String form, Degradation degradation) {
      StringBuilder name = new StringBuilder(form);
      if (degradation.lenient()) {
        name.append(" lenient");
      }
      degradation.templates().stream()
          .sorted()
          .forEach(template -> name.append(" without ").append(template));
      return Path.of(name.toString());
    }
  }

  private final class Fake implements HelmEngine {

    private final Function<String, RenderResult> answers;

    Fake(Function<String, RenderResult> answers) {
      this.answers = answers;
    }

    @Override
    public RenderResult render(RenderRequest request) {
      asked.add(request.chart().toString());
      return answers.apply(request.chart().toString());
    }

    @Override
    public boolean takesApiVersions() {
      return false;
    }

    @Override
    public Optional<String> version() {
      return Optional.of("v3.0.0");
    }

    @Override
    public void prepare() {}

    @Override
    public DependencyUpdate updateDependencies(Path chart) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
