package dev.seaworthy.helm;

import dev.seaworthy.model.KubernetesVersion;
import java.nio.file.Path;
import java.util.List;

/**
 * How charts are rendered.
 *
 * @param kubernetesVersion the version that charts are told
 * @param apiVersions API versions that charts are told beyond those of Kubernetes; only an engine
 *     that runs a binary can pass them on
 * @param updateDependencies whether dependencies that are missing are fetched into the {@code
 *     charts} folders of charts, which uses the network
 * @param temporaryFolder where private copies of charts are made
 */
public record HelmOptions(
    KubernetesVersion kubernetesVersion,
    List<String> apiVersions,
    boolean updateDependencies,
    Path temporaryFolder) {

  public HelmOptions {
    apiVersions = List.copyOf(apiVersions);
  }
}
