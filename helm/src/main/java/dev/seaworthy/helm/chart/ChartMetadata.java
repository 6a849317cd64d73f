package dev.seaworthy.helm.chart;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code Chart.yaml} says, and the {@code requirements.yaml} of older charts.
 *
 * @param apiVersion {@code v1} or {@code v2}
 * @param name the name of the chart
 * @param version its version
 * @param type {@code application} or {@code library}
 * @param kubeVersion the versions of Kubernetes that it supports, as a range
 * @param dependencies the dependencies that it declares, in their order
 */
public record ChartMetadata(
    String apiVersion,
    String name,
    Optional<String> version,
    Optional<String> type,
    Optional<String> kubeVersion,
    List<ChartDependency> dependencies) {

  public ChartMetadata {
    dependencies = List.copyOf(dependencies);
  }
}
