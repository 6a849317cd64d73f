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

  /** For a version of Kubernetes, with private copies in the system's folder for such files. */
  public static HelmOptions of(KubernetesVersion version) {
    return new HelmOptions(
        version, List.of(), false, Path.of(System.getProperty("java.io.tmpdir")));
  }

  public HelmOptions {
    apiVersions = List.copyOf(apiVersions);
  }
}
