package dev.seaworthy.helm.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of versions that dependencies ask for, such as {@code ^1.2 || >=2.0.0 <3}, as Helm
 * understands them.
 *
 * @see <a href="https://helm.sh/docs/chart_best_practices/dependencies/#versions">Versions</a>
 */
final class VersionRange {

  private static final int MAX_LENGTH = 512;
  private static final String PART = "\\d+|[xX*]";
  private static final String VERSION =
      "v?(%s)(?:\\.(%s))?(?:\\.(%s))?".formatted(PART, PART, PART) + SemanticVersion.SUFFIX;
  private static final Pattern CONSTRAINT =
      Pattern.compile("[\\s,]*(=>|=<|>=|<=|!=|~>|[=<>~^]?)\\s*" + VERSION + "(?=[\\s,]|$)\\s*");
  private static final Pattern HYPHENATED = Pattern.compile("(\\S+)\\s+-\\s+(\\S+)");

  private VersionRange() {}

  /**
   * Whether a version lies in a range. Nothing lies in a range that is empty or cannot be read. A
   * pre-release lies only in a range that names one.
   */
  static boolean matches(String range, String version) {
    Optional<SemanticVersion> parsed = SemanticVersion.parse(version);
    if (parsed.isEmpty() || range.length() > MAX_LENGTH) {
      return false;
    }
    boolean matches = false;
    for (String alternative : range.split("\\|\\|", -1)) {
      Optional<List<Constraint>> constraints = parse(alternative);
      if (constraints.isEmpty()) {
        return false;
      }
      matches |= allow(constraints.get(), parsed.get());
    }
    return matches;
  }

  private static boolean allow(List<Constraint> constraints, SemanticVersion version) {
    boolean namesPreRelease = constraints.stream().anyMatch(c -> c.bound().isPreRelease());
    return (namesPreRelease || !version.isPreRelease())
        && constraints.stream().allMatch(constraint -> constraint.allows(version));
  }

  /** The constraints that all have to hold; empty if the text cannot be read. */
  private static Optional<List<Constraint>> parse(String alternative) {
    String text = HYPHENATED.matcher(alternative).replaceAll(">=$1, <=$2");
    List<Constraint> constraints = new ArrayList<>();
    Matcher matcher = CONSTRAINT.matcher(text);
    int at = 0;
    while (at < text.length() && !text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return Optional.empty();
      }
      constraints.add(Constraint.of(matcher));
      at = matcher.end();
    }
    return constraints.isEmpty() ? Optional.empty() : Optional.of(constraints);
  }

  /**
   * @param parts how many parts of the bound are given: 1 for {@code 1} and {@code 1.x}, 0 for
   *     {@code *}
   */
  private record Constraint(String operator, SemanticVersion bound, int parts) {

    static Constraint of(Matcher matcher) {
      StringBuilder numbers = new StringBuilder();
      int parts = 0;
      while (parts < 3 && isNumber(matcher.group(2 + parts))) {
        numbers.append(parts == 0 ? "" : ".").append(matcher.group(2 + parts));
        parts++;
      }
      String pre = SemanticVersion.preRelease(matcher.group(5));
      String version = (parts == 0 ? "0" : numbers) + (pre.isEmpty() ? "" : "-" + pre);
      return new Constraint(matcher.group(1), SemanticVersion.parse(version).orElseThrow(), parts);
    }

    private static boolean isNumber(@Nullable String part) {
      return part != null && Character.isDigit(part.charAt(0));
    }

    boolean allows(SemanticVersion version) {
      return switch (operator) {
        case "!=" -> !equal(version);
        case ">" -> isAbove(version);
        case "<" -> version.compareTo(bound) < 0;
        case ">=", "=>" -> version.compareTo(bound) >= 0;
        case "<=", "=<" -> parts == 3 ? version.compareTo(bound) <= 0 : !isBeyond(version);
        case "~", "~>" -> tilde(version);
        case "^" -> version.compareTo(bound) >= 0 && caret(version);
        default -> parts == 3 ? version.compareTo(bound) == 0 : tilde(version);
      };
    }

    private boolean equal(SemanticVersion version) {
      return switch (parts) {
        case 1 -> version.hasMajorOf(bound);
        case 2 -> version.hasMinorOf(bound) && version.preRelease().equals(bound.preRelease());
        default -> version.compareTo(bound) == 0;
      };
    }

    private boolean isAbove(SemanticVersion version) {
      return parts == 1 || parts == 2 ? isBeyond(version) : version.compareTo(bound) > 0;
    }

    /** Whether a version is greater in those parts that are given. */
    private boolean isBeyond(SemanticVersion version) {
      int major = version.major().compareTo(bound.major());
      return major > 0
          || (major == 0 && parts != 1 && version.minor().compareTo(bound.minor()) > 0);
    }

    private boolean tilde(SemanticVersion version) {
      boolean anything =
          (parts == 0 || parts == 3)
              && bound.major().signum() + bound.minor().signum() + bound.patch().signum() == 0;
      return version.compareTo(bound) >= 0
          && (anything || (parts == 1 ? version.hasMajorOf(bound) : version.hasMinorOf(bound)));
    }

    private boolean caret(SemanticVersion version) {
      if (bound.major().signum() > 0 || parts == 1) {
        return version.hasMajorOf(bound);
      }
      return version.hasMinorOf(bound)
          && (bound.minor().signum() > 0 || parts == 2 || version.patch().equals(bound.patch()));
    }
  }
}
