package dev.seaworthy.source;

/** Turns a Helm chart into what there is to analyse. */
@FunctionalInterface
public interface ChartExpander {

  /**
   * Accounts for one chart: every template and packaged chart of it has to come back in the result,
   * as a source or with the reason why it is none.
   *
   * @see HelmChart#notRendered()
   */
  Discovery expand(HelmChart chart);
}
