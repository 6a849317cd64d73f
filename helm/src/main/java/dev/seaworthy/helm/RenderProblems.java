package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.render.Refusal;
import dev.seaworthy.helm.render.RenderResult;
import dev.seaworthy.helm.values.SetSyntaxException;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
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
    return Problem.of(
        ProblemKind.HELM_RENDER,
        chart.label() + "/Chart.yaml",
        subject() + ": " + failed.message(),
        failed.hint());
  }

  /** Helm refused. */
  List<Problem> refused(Refusal refusal) {
    return List.of(
        Problem.of(
            ProblemKind.HELM_RENDER,
            chart.label() + "/Chart.yaml",
            subject() + ": " + refusal.cause(),
            refusal.hint()));
  }

  /** A single value is not written as Helm wants it. */
  Problem badArgument(SetSyntaxException e) {
    return Problem.of(
        ProblemKind.HELM_RENDER,
        chart.label() + "/Chart.yaml",
        subject() + ": " + e.getMessage(),
        "Correct the value.");
  }

  private String subject() {
    return "chart '" + chart.label() + "' does not render in scenario '" + scenario.name() + "'";
  }
}
