package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartDependency;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.template.MarkedOutput;
import dev.seaworthy.helm.template.Marker;
import dev.seaworthy.helm.values.SetSyntaxException;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Renders one chart for all of its scenarios. */
final class ChartExpansion {

  private final Chart chart;
  private final ChartValues chartValues;
  private final ChartWorkspace workspace;
  private final HelmEngine engine;
  private final HelmOptions options;
  private final Map<Text, List<String>> scenariosOf = new LinkedHashMap<>();
  private final Map<Text, TemplateMap> maps = new LinkedHashMap<>();
  private final Map<String, SourceText> origins = new TreeMap<>();
  private final Map<String, SourceText> scenarioFiles = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();
  private final Set<String> rendered = new LinkedHashSet<>();
  private final Set<String> reached = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<ScenarioValues> scenarioValues = new ArrayList<>();

  /** What no other scenario is rendered with: it would cost all the time there is again. */
  private Degradation endless = Degradation.NONE;

  /** What a template renders to. */
  private record Text(ChartFile template, String text) {}

  ChartExpansion(Chart chart, ChartWorkspace workspace, HelmEngine engine, HelmOptions options) {
    this.chart = chart;
    this.chartValues = new ChartValues(chart);
    this.workspace = workspace;
    this.engine = engine;
    this.options = options;
    collectOrigins(chart);
  }

  private void collectOrigins(Chart any) {
    any.templates().stream()
        .map(ChartFile::text)
        .flatMap(Optional::stream)
        .forEach(text -> origins.put(text.name(), text));
    any.file("values.yaml")
        .flatMap(ChartFile::text)
        .ifPresent(text -> origins.put(text.name(), text));
    any.subcharts().forEach(subchart -> collectOrigins(subchart.chart()));
  }

  /** Renders each scenario; after one to which the engine gives no answer, no other is tried. */
  void render(List<Scenario> scenarios) throws IOException {
    boolean ended = false;
    for (Scenario scenario : scenarios) {
      if (ended) {
        failTemplates(scenario, "the engine gave no answer for another scenario");
      } else {
        ended = render(scenario);
      }
    }
  }

  private boolean render(Scenario scenario) throws IOException {
    scenario.values().forEach(text -> origins.put(text.name(), text));
    scenario.values().forEach(text -> scenarioFiles.put(text.name(), text));
    RenderProblems reporter = new RenderProblems(chart, scenario);
    ScenarioValues values;
    try {
      values = new ScenarioValues(chartValues, scenario);
    } catch (SetSyntaxException e) {
      return notRendered(scenario, reporter.badArgument(e));
    }
    List<Problem> unreadable =
        values.files().stream().flatMap(file -> file.problems().stream()).toList();
    if (!unreadable.isEmpty()) {
      problems.addAll(unreadable);
      failTemplates(scenario, "its values cannot be read");
      return false;
    }
    scenarioValues.add(values);
    RenderRequest request = workspace.request(scenario, options);
    ScenarioRenderer renderer =
        new ScenarioRenderer(
            chart,
            endless,
            workspace,
            engine,
            new EndlessTemplates(renderedTemplates(), workspace, engine),
            reporter.withValues(values));
    ScenarioRenderer.Rendered result = renderer.render(request);
    problems.addAll(result.problems());
    endless = endless.without(renderer.endless());
    if (result.output().isEmpty()) {
      failTemplates(scenario, "it does not render");
      return result.ended();
    }
    rendered.add(scenario.name());
    result
        .degradation()
        .templates()
        .forEach(label -> failed.putIfAbsent(label, "not rendered in " + quoted(scenario)));
    take(scenario, result, () -> renderer.marked(request, result), values);
    return false;
  }

  /** Something that is asked for only if it is needed. */
  private interface MarkedTexts {
    Map<String, String> get() throws IOException;
  }

  private void take(
      Scenario scenario,
      ScenarioRenderer.Rendered result,
      MarkedTexts markedTexts,
      ScenarioValues values)
      throws IOException {
    result.output().ifPresent(output -> noticeMissing(scenario, result, output.plain().keySet()));
    Map<String, Text> fresh = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : result.output().orElseThrow().plain().entrySet()) {
      Optional<ChartFile> template = chart.resolve(entry.getKey());
      template.ifPresent(file -> reached.add(file.label()));
      if (template.isPresent() && !entry.getValue().isBlank()) {
        Text text = new Text(template.get(), asApplied(entry.getValue()));
        if (!scenariosOf.containsKey(text)) {
          fresh.put(entry.getKey(), text);
        }
        List<String> names = scenariosOf.computeIfAbsent(text, unused -> new ArrayList<>(1));
        if (!names.contains(scenario.name())) {
          names.add(scenario.name());
        }
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, String> marked = markedTexts.get();
    fresh.forEach(
        (name, text) -> {
          // values may bring characters that marks are made of: then nothing can be told
          String shown = Marker.hasMarks(text.text()) ? "" : marked.getOrDefault(name, "");
          MarkedOutput output = workspace.marker(result.degradation()).read(shown);
          maps.put(text, map(text, output, name, values));
        });
  }

  /** A template that the engine passed over in silence must not vanish. */
  private void noticeMissing(
      Scenario scenario, ScenarioRenderer.Rendered result, Set<String> written) {
    for (ChartFile template : chart.templates()) {
      boolean expected =
          TemplateWrapper.isRendered(template)
              && !result.degradation().templates().contains(template.label());
      if (expected && !written.contains(chart.name() + "/" + template.path())) {
        String reason = "the engine wrote nothing of it in " + quoted(scenario);
        failed.putIfAbsent(template.label(), reason);
        problems.add(
            Problem.of(
                ProblemKind.HELM_RENDER,
                template.label(),
                "template '" + template.label() + "' was not analysed: " + reason,
                "See that it is text in UTF-8 under a name that Helm accepts."));
      }
    }
  }

  /** Helm ends each document with a line break, which a block scalar at the end may hold. */
  private static String asApplied(String text) {
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static TemplateMap map(
      Text text, MarkedOutput output, String name, ScenarioValues values) {
    return new TemplateMap(
        text.template().text().orElseThrow(),
        text.text(),
        output,
        values.trace(name),
        values.fileNames());
  }

  private boolean notRendered(Scenario scenario, Problem problem) {
    problems.add(problem);
    failTemplates(scenario, "its values cannot be read");
    return false;
  }

  private void failTemplates(Scenario scenario, String reason) {
    for (ChartFile template : renderedTemplates()) {
      failed.putIfAbsent(template.label(), "not rendered in " + quoted(scenario) + ": " + reason);
    }
  }

  /** The templates of the chart and its subcharts. */
  List<ChartFile> renderedTemplates() {
    List<ChartFile> templates = new ArrayList<>();
    collectTemplates(chart, templates);
    return templates;
  }

  private static void collectTemplates(Chart any, List<ChartFile> templates) {
    any.templates().stream().filter(TemplateWrapper::isRendered).forEach(templates::add);
    any.subcharts().forEach(subchart -> collectTemplates(subchart.chart(), templates));
  }

  /** What came out, of the templates that are wanted. */
  Rendering rendering(Predicate<String> wanted) {
    List<RenderedText> texts = new ArrayList<>();
    scenariosOf.forEach(
        (text, scenarios) -> {
          if (wanted.test(text.template().label())) {
            SourceText source =
                new SourceText(text.template().label(), text.text(), maps.get(text));
            texts.add(new RenderedText(source, scenarios));
          }
        });
    Map<String, String> failures = new TreeMap<>(failed);
    failures.keySet().removeIf(label -> !wanted.test(label));
    return new Rendering(
        chart.label(),
        List.copyOf(rendered),
        texts,
        List.copyOf(origins.values()),
        failures,
        new UnreadValues(chartValues).find(scenarioFiles.values()));
  }

  /** Whether no scenario has any use for a dependency of the chart. */
  boolean isSwitchedOff(ChartDependency dependency) {
    return !scenarioValues.isEmpty()
        && scenarioValues.stream().allMatch(values -> values.switchOff(dependency));
  }

  List<Problem> problems() {
    return problems;
  }

  /** Whether a template took part in any scenario, if only to render nothing. */
  boolean isReached(String label) {
    return reached.contains(label);
  }

  private static String quoted(Scenario scenario) {
    return "scenario '" + scenario.name() + "'";
  }
}
