package dev.seaworthy.model;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Kubernetes, such as 1.34.
 *
 * @param major the number before the dot
 * @param minor the number after it
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

  /** The newest version whose behaviour is known here. */
  public static final KubernetesVersion LATEST = new KubernetesVersion(1, 37);

  private static final Pattern TEXT =
      Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:\\.\\d{1,5})?(?:[-+].*)?");

  private static final Comparator<KubernetesVersion> ORDER =
      Comparator.comparingInt(KubernetesVersion::major).thenComparingInt(KubernetesVersion::minor);

  /**
   * Reads {@code 1.34}, {@code v1.34} or {@code 1.34.2}.
   *
   * @throws IllegalArgumentException if the text is no version
   */
  public static KubernetesVersion parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no Kubernetes version; write it as '" + LATEST + "'");
    }
    return new KubernetesVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether this is that version or a newer one. */
  public boolean isAtLeast(int otherMajor, int otherMinor) {
    return compareTo(new KubernetesVersion(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code major.minor}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
