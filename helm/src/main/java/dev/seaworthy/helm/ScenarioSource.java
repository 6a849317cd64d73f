package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import java.util.List;

/** Tells for which scenarios a chart is rendered. */
@FunctionalInterface
public interface ScenarioSource {

  /**
   * The scenarios of a chart, at least one, each with a name of its own. The first one stands for
   * all where objects of several charts are judged together.
   *
   * @param ciValues the values files in the {@code ci} folder of the chart
   */
  List<Scenario> of(Chart chart, List<ChartFile> ciValues);
}
