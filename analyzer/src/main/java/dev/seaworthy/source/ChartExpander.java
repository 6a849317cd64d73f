package dev.seaworthy.source;

import java.util.List;

/** Turns Helm charts into what there is to analyse. */
@FunctionalInterface
public interface ChartExpander {

  /**
   * Accounts for all charts that were found: every template and packaged chart of them has to come
   * back in the result, as a source or with the reason why it is none. A chart with a {@link
   * HelmChart#parent()} is rendered as part of that one.
   *
   * @param charts the charts, each one before those that lie in it; at least one
   * @see HelmChart#notRendered()
   */
  Discovery expand(List<HelmChart> charts);

  /** Renders nothing: says of each chart that it was not rendered. */
  static ChartExpander notRendering() {
    return charts -> {
      Account account = new Account();
      charts.forEach(chart -> account.addAll(chart.notRendered()));
      return account.toDiscovery();
    };
  }
}
