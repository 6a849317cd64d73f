package dev.seaworthy.helm.render;

import java.nio.file.Path;
import java.util.List;

/**
 * One rendering of one chart.
 *
 * @param chart the chart's folder, with its dependencies as folders in {@code charts}
 * @param releaseName the name of the release
 * @param namespace the namespace of the release
 * @param kubeVersion the Kubernetes version that the chart is told, such as {@code 1.34}
 * @param valuesFiles files with values, as for Helm's {@code --values}; later ones win
 * @param sets single values, as for Helm's {@code --set} and {@code --set-string}; they win over
 *     files, and later ones over earlier ones of the same kind
 * @param apiVersions API versions that the chart is told, beyond those of Kubernetes, such as
 *     {@code monitoring.coreos.com/v1}; see {@link HelmEngine#takesApiVersions}
 */
public record RenderRequest(
    Path chart,
    String releaseName,
    String namespace,
    String kubeVersion,
    List<Path> valuesFiles,
    List<SetValue> sets,
    List<String> apiVersions) {

  /** Copies the lists. */
  public RenderRequest {
    valuesFiles = List.copyOf(valuesFiles);
    sets = List.copyOf(sets);
    apiVersions = List.copyOf(apiVersions);
  }

  /** A chart with its default values, as release {@code release-name} in {@code default}. */
  public static RenderRequest of(Path chart, String kubeVersion) {
    return new RenderRequest(
        chart, "release-name", "default", kubeVersion, List.of(), List.of(), List.of());
  }

  /** The same request with another release name and namespace. */
  public RenderRequest withRelease(String name, String inNamespace) {
    return new RenderRequest(chart, name, inNamespace, kubeVersion, valuesFiles, sets, apiVersions);
  }

  /** The same request with other values. */
  public RenderRequest withValues(List<Path> files, List<SetValue> values) {
    return new RenderRequest(
        chart, releaseName, namespace, kubeVersion, files, values, apiVersions);
  }

  /** The same request with other API versions. */
  public RenderRequest withApiVersions(List<String> versions) {
    return new RenderRequest(
        chart, releaseName, namespace, kubeVersion, valuesFiles, sets, versions);
  }

  /** The same request for another chart. */
  public RenderRequest withChart(Path other) {
    return new RenderRequest(
        other, releaseName, namespace, kubeVersion, valuesFiles, sets, apiVersions);
  }
}
