package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import java.util.List;

/** Tells for which scenarios a chart is rendered. */
@FunctionalInterface
public interface ScenarioSource {

  /**
   * The scenarios of a chart, at least one, each with a name of its own. The first one stands for
   * all where objects of several charts are judged together.
   */
  List<Scenario> of(Chart chart);
}
