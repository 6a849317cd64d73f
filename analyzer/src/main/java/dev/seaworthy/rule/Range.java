package dev.seaworthy.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers in a row.
 *
 * @param first the lowest
 * @param last the highest
 */
public record Range(long first, long last) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:\\s*-\\s*(\\d{1,18}))?");

  /**
   * @throws IllegalArgumentException if the last is lower than the first
   */
  public Range {
    if (last < first) {
      throw new IllegalArgumentException(last + " is lower than " + first);
    }
  }

  /**
   * Reads {@code 1000-2000}, or {@code 1000} for that number alone.
   *
   * @return the range; empty if the text is none
   */
  public static Optional<Range> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(matcher.group(1));
    long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
    return first <= last ? Optional.of(new Range(first, last)) : Optional.empty();
  }

  public boolean contains(long number) {
    return first <= number && number <= last;
  }

  /** Returns the range as {@link #parse} reads it. */
  @Override
  public String toString() {
    return first == last ? Long.toString(first) : first + "-" + last;
  }
}
