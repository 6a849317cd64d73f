package dev.seaworthy.helm.chart;

/**
 * Bounds on what is read of one chart, its dependencies included. Beyond them there is a {@link
 * dev.seaworthy.source.Problem}.
 *
 * @param maxFileBytes the size of one file, unpacked
 * @param maxBytes the size of all files together, unpacked
 * @param maxFiles the number of files and folders that are looked at
 * @param maxDepth how deep charts may lie in charts
 */
public record ChartLimits(int maxFileBytes, int maxBytes, int maxFiles, int maxDepth) {

  /** The sizes that Helm allows, and numbers far above those of real charts. */
  public static final ChartLimits DEFAULT = new ChartLimits(5 << 20, 100 << 20, 20_000, 16);
}
