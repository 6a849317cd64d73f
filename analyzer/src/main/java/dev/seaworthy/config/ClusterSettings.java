package dev.seaworthy.config;

import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.NodeDefaults;
import java.util.Optional;

/**
 * What is said of the cluster. What is absent has the default of the cluster's version.
 *
 * @param version the target version
 * @param rootlessNodes as in {@link ClusterProfile#rootlessNodes}
 * @param userNamespaces as in {@link ClusterProfile#userNamespaces}
 * @param seccompDefault as in {@link ClusterProfile#seccompDefault}
 * @param nodes as in {@link ClusterProfile#nodes}
 */
public record ClusterSettings(
    Optional<KubernetesVersion> version,
    Optional<Boolean> rootlessNodes,
    Optional<Boolean> userNamespaces,
    Optional<Boolean> seccompDefault,
    NodeDefaults nodes) {

  /** Nothing is said. */
  public static final ClusterSettings DEFAULT =
      new ClusterSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          NodeDefaults.DEFAULT);

  /** The same settings for another version. */
  public ClusterSettings withVersion(KubernetesVersion other) {
    return new ClusterSettings(
        Optional.of(other), rootlessNodes, userNamespaces, seccompDefault, nodes);
  }

  /** The cluster that this describes. */
  public ClusterProfile profile() {
    ClusterProfile base = version.map(ClusterProfile::of).orElse(ClusterProfile.DEFAULT);
    return new ClusterProfile(
        base.version(),
        rootlessNodes.orElse(base.rootlessNodes()),
        userNamespaces.orElse(base.userNamespaces()),
        seccompDefault.orElse(base.seccompDefault()),
        nodes);
  }
}
