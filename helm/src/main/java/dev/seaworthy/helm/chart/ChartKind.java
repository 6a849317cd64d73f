package dev.seaworthy.helm.chart;

/** What a chart is for, by the {@code type} in its {@code Chart.yaml}. */
public enum ChartKind {
  /** It can be installed. */
  APPLICATION,
  /** It offers named templates to other charts: its own templates render to nothing. */
  LIBRARY
}
