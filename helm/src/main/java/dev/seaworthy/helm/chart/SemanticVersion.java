package dev.seaworthy.helm.chart;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as Helm reads it: that of Semantic Versioning 2, with a {@code v} before it or with
 * parts left out.
 *
 * @param preRelease what follows the {@code -}; empty for a release
 */
record SemanticVersion(BigInteger major, BigInteger minor, BigInteger patch, String preRelease)
    implements Comparable<SemanticVersion> {

  /** What may follow the numbers: the first group is the pre-release, with its dash. */
  static final String SUFFIX = "(-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(?:\\+[0-9A-Za-z.-]+)?";

  private static final int MAX_LENGTH = 256;
  private static final Pattern VERSION =
      Pattern.compile("v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?" + SUFFIX);

  private static final Comparator<SemanticVersion> BY_NUMBERS =
      Comparator.comparing(SemanticVersion::major)
          .thenComparing(SemanticVersion::minor)
          .thenComparing(SemanticVersion::patch);

  static Optional<SemanticVersion> parse(String text) {
    Matcher matcher = VERSION.matcher(text);
    return text.length() <= MAX_LENGTH && matcher.matches()
        ? Optional.of(
            new SemanticVersion(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                preRelease(matcher.group(4))))
        : Optional.empty();
  }

  /** The pre-release that a match of {@link #SUFFIX} holds. */
  static String preRelease(@Nullable String suffix) {
    return suffix == null ? "" : suffix.substring(1);
  }

  boolean isPreRelease() {
    return !preRelease.isEmpty();
  }

  boolean hasMajorOf(SemanticVersion other) {
    return major.equals(other.major);
  }

  boolean hasMinorOf(SemanticVersion other) {
    return hasMajorOf(other) && minor.equals(other.minor);
  }

  /** By precedence. */
  @Override
  public int compareTo(SemanticVersion other) {
    int numbers = BY_NUMBERS.compare(this, other);
    return numbers != 0 ? numbers : comparePreRelease(preRelease, other.preRelease);
  }

  private static int comparePreRelease(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    String[] ones = one.split("\\.");
    String[] others = other.split("\\.");
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = compareIdentifiers(ones[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ones.length, others.length);
  }

  private static int compareIdentifiers(String one, String other) {
    boolean number = isNumber(one);
    if (number && isNumber(other)) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return number == isNumber(other) ? one.compareTo(other) : number ? -1 : 1;
  }

  private static boolean isNumber(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static BigInteger number(@Nullable String digits) {
    return digits == null ? BigInteger.ZERO : new BigInteger(digits);
  }
}
