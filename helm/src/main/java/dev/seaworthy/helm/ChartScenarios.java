package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenarios that a chart brings along: its own values, and each values file in its {@code ci}
 * folder, as <a href="https://github.com/helm/chart-testing">chart-testing</a> knows them.
 *
 * @param releaseName the name of the release
 * @param namespace the namespace of the release
 */
public record ChartScenarios(String releaseName, String namespace) implements ScenarioSource {

  /** As {@code helm template} calls the release. */
  public static final ChartScenarios DEFAULT = new ChartScenarios("release-name", "default");

  @Override
  public List<Scenario> of(Chart chart, List<ChartFile> ciValues) {
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(new Scenario(Scenario.DEFAULT, List.of(), List.of(), releaseName, namespace));
    for (ChartFile file : ciValues) {
      file.text()
          .map(text -> new Scenario(file.path(), List.of(text), List.of(), releaseName, namespace))
          .ifPresent(scenarios::add);
    }
    return scenarios;
  }
}
