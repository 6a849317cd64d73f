package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.render.Refusal;
import dev.seaworthy.helm.render.RenderResult;
import dev.seaworthy.helm.render.SchemaViolation;
import dev.seaworthy.helm.render.TemplatePlace;
import dev.seaworthy.helm.values.SetSyntaxException;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Says what goes wrong when a chart is rendered for a scenario. */
final class RenderProblems {

  private final Chart chart;
  private final Scenario scenario;
  private final Optional<ScenarioValues> values;

  RenderProblems(Chart chart, Scenario scenario) {
    this(chart, scenario, Optional.empty());
  }

  private RenderProblems(Chart chart, Scenario scenario, Optional<ScenarioValues> values) {
    this.chart = chart;
    this.scenario = scenario;
    this.values = values;
  }

  /** With the values that problems may be about. */
  RenderProblems withValues(ScenarioValues known) {
    return new RenderProblems(chart, scenario, Optional.of(known));
  }

  /** The engine gave no answer. */
  Problem failed(RenderResult.Failed failed) {
    return general(subject() + ": " + failed.message(), failed.hint());
  }

  /** The engine gave no answer because of one template. */
  Problem failed(String template, RenderResult.Failed failed) {
    String message =
        "template '"
            + template
            + "' was left out in scenario '"
            + scenario.name()
            + "': "
            + failed.message();
    return Problem.of(ProblemKind.HELM_RENDER, template, message, failed.hint());
  }

  /** Helm refused: one problem, or one for each value that a schema does not allow. */
  List<Problem> refused(Refusal refusal) {
    if (!refusal.violations().isEmpty()) {
      return refusal.violations().stream().map(one -> violation(one, refusal)).toList();
    }
    List<Problem> unreadable =
        refusal.kind() == Refusal.Kind.VALUES
            ? values.map(ScenarioValues::problems).orElse(List.of())
            : List.of();
    return unreadable.isEmpty() ? List.of(problem(refusal)) : unreadable;
  }

  private Problem problem(Refusal refusal) {
    String message = subject() + ": " + refusal.cause();
    return located(place(refusal), message, refusal);
  }

  private Optional<Location> place(Refusal refusal) {
    if (refusal.kind() == Refusal.Kind.KUBE_VERSION) {
      return chart
          .file(AnyKubernetes.CHART_YAML)
          .flatMap(ChartFile::text)
          .flatMap(AnyKubernetes::place);
    }
    return refusal.place().flatMap(this::inTemplate);
  }

  private Optional<Location> inTemplate(TemplatePlace place) {
    return chart
        .resolve(TemplateWrapper.templatePath(place.template()))
        .flatMap(ChartFile::text)
        .map(template -> Location.exact(template.name(), span(template, place)));
  }

  private Problem located(Optional<Location> place, String message, Refusal refusal) {
    return place
        .map(
            at ->
                Problem.at(ProblemKind.HELM_RENDER, at.file(), at.span(), message, refusal.hint()))
        .orElseGet(() -> general(message, refusal.hint()))
        .withDetail(refusal.detail());
  }

  private Problem violation(SchemaViolation violation, Refusal refusal) {
    String value = String.join(".", violation.path());
    String message =
        "the schema of chart '"
            + violation.chart()
            + "' refuses "
            + (value.isEmpty() ? "the values" : "value '" + value + "'")
            + " of scenario '"
            + scenario.name()
            + "': "
            + violation.message();
    return located(values.flatMap(known -> known.whatSets(violation.path())), message, refusal);
  }

  private static Span span(SourceText template, TemplatePlace place) {
    int line = Math.max(1, Math.min(place.line().orElse(1), lastLine(template)));
    int start = template.lineStart(line);
    int end = template.lineEnd(line);
    int at = Math.min(end, start + characters(template.text().substring(start, end), place));
    return template.span(at, end);
  }

  /** What is missing at the end, Helm misses in the line after the last one. */
  private static int lastLine(SourceText template) {
    int last = template.lineCount();
    return template.line(last).isEmpty() ? last - 1 : last;
  }

  /** Helm counts bytes of UTF-8, starting at 1. */
  private static int characters(String line, TemplatePlace place) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int before = Math.max(0, Math.min(bytes.length, place.column().orElse(1) - 1));
    return new String(bytes, 0, before, StandardCharsets.UTF_8).length();
  }

  private Problem general(String message, String hint) {
    String file =
        chart.file(AnyKubernetes.CHART_YAML).map(ChartFile::label).orElseGet(chart::label);
    return Problem.of(ProblemKind.HELM_RENDER, file, message, hint);
  }

  /** Helm refuses the chart, whatever is left out. */
  Problem gaveUp(int refusals) {
    return general(
        subject() + ": Helm refuses it in " + refusals + " ways, and no more was tried",
        "Correct what is told of it first.");
  }

  /** A single value is not written as Helm wants it. */
  Problem badArgument(SetSyntaxException e) {
    return general(subject() + ": " + e.getMessage(), "Correct the value.");
  }

  private String subject() {
    return "chart '" + chart.label() + "' does not render in scenario '" + scenario.name() + "'";
  }
}
