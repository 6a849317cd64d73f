package dev.seaworthy.helm.chart;

/**
 * A dependency that a chart declares, and that is not here.
 *
 * @param chart the label of the chart that declares it
 * @param dependency what it declares
 * @param reason why it is not here: lower-case, no full stop
 */
public record MissingDependency(String chart, ChartDependency dependency, String reason) {

  /** What to do about it. */
  public String hint() {
    if (chart.endsWith(".tgz") || chart.contains(".tgz/")) {
      return "Package the chart again, once `helm dependency build` has fetched it.";
    }
    return dependency.repository().filter(from -> from.startsWith("file://")).isPresent()
        ? "Correct the path, or fetch it with `" + command() + "`."
        : "Fetch it with `" + command() + "`.";
  }

  private String command() {
    return "helm dependency build '" + chart.replace("'", "'\\''") + "'";
  }
}
