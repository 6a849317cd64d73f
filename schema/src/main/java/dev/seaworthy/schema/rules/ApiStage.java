package dev.seaworthy.schema.rules;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an API, in the order in which they come: {@code v1alpha1}, {@code v1beta1}, {@code
 * v1beta2}, {@code v1}, {@code v2alpha1}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/#api-versioning">API versioning</a>
 */
record ApiStage(int major, Stability stability, int minor) implements Comparable<ApiStage> {

  enum Stability {
    ALPHA,
    BETA,
    STABLE
  }

  private static final Pattern VERSION =
      Pattern.compile("(?:.*/)?v(\\d{1,4})(?:(alpha|beta)(\\d{1,4}))?");

  private static final Comparator<ApiStage> ORDER =
      Comparator.comparing(ApiStage::major)
          .thenComparing(ApiStage::stability)
          .thenComparing(ApiStage::minor);

  /**
   * @param apiVersion such as {@code apps/v1beta1} or {@code v1}
   * @return empty if it is no version that Kubernetes would ever have
   */
  static Optional<ApiStage> of(String apiVersion) {
    Matcher matcher = VERSION.matcher(apiVersion);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return Optional.of(new ApiStage(major, Stability.STABLE, 0));
    }
    Stability stability = matcher.group(2).equals("alpha") ? Stability.ALPHA : Stability.BETA;
    return Optional.of(new ApiStage(major, stability, Integer.parseInt(matcher.group(3))));
  }

  boolean isStable() {
    return stability == Stability.STABLE;
  }

  @Override
  public int compareTo(ApiStage other) {
    return ORDER.compare(this, other);
  }
}
