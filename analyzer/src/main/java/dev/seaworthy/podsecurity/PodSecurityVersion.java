package dev.seaworthy.podsecurity;

import dev.seaworthy.model.KubernetesVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of the policy: that of a minor version of Kubernetes, or the latest.
 *
 * @param minor the minor version, whose major version is 1; {@link Integer#MAX_VALUE} for the
 *     latest
 */
public record PodSecurityVersion(int minor) implements Comparable<PodSecurityVersion> {

  /** The newest version that any check knows; later ones, and the latest, are judged as this. */
  public static final PodSecurityVersion NEWEST_KNOWN = new PodSecurityVersion(37);

  public static final PodSecurityVersion LATEST = new PodSecurityVersion(Integer.MAX_VALUE);

  private static final Pattern VERSION = Pattern.compile("v1\\.(0|[1-9][0-9]{0,9})");

  public PodSecurityVersion {
    if (minor < 0) {
      throw new IllegalArgumentException("a version starts at v1.0: " + minor);
    }
  }

  /** Reads a version as labels have it: {@code latest} or {@code v1.24}; nothing else is one. */
  public static Optional<PodSecurityVersion> of(String text) {
    if (text.equals("latest")) {
      return Optional.of(LATEST);
    }
    if (!VERSION.matcher(text).matches()) {
      return Optional.empty();
    }
    long minor = Long.parseLong(text.substring("v1.".length()));
    return minor < Integer.MAX_VALUE
        ? Optional.of(new PodSecurityVersion((int) minor))
        : Optional.empty();
  }

  /** The version that a cluster judges by when asked for this one: none later than its own. */
  public PodSecurityVersion onCluster(KubernetesVersion cluster) {
    return new PodSecurityVersion(Math.min(minor, cluster.minor()));
  }

  boolean isAtLeast(int otherMinor) {
    return minor >= otherMinor;
  }

  @Override
  public int compareTo(PodSecurityVersion other) {
    return Integer.compare(minor, other.minor);
  }

  /** Returns {@code v1.24}, or {@code latest}. */
  @Override
  public String toString() {
    return equals(LATEST) ? "latest" : "v1." + minor;
  }
}
