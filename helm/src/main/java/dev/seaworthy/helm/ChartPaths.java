package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that charts have for Helm, from the outermost one on, such as {@code web/charts/cache}:
 * one that is used under several aliases has as many.
 */
final class ChartPaths {

  private final Map<Chart, List<String>> paths = new IdentityHashMap<>();

  ChartPaths(Chart outermost) {
    add(outermost, outermost.name());
  }

  private void add(Chart chart, String path) {
    paths.computeIfAbsent(chart, unused -> new ArrayList<>(1)).add(path);
    for (Chart.Subchart subchart : chart.subcharts()) {
      add(subchart.chart(), path + "/charts/" + subchart.name());
    }
  }

  /** The names of a chart; none if nothing uses it. */
  List<String> of(Chart chart) {
    return paths.getOrDefault(chart, List.of());
  }
}
