package dev.seaworthy.source;

import java.util.Comparator;

/**
 * A stretch of text.
 *
 * @param start the first character
 * @param end the position after the last character; equal to {@code start} for an empty span
 */
public record Span(Position start, Position end) implements Comparable<Span> {

  /** The empty span at the very start of a text, for what concerns a file as a whole. */
  public static final Span FILE_START = new Span(new Position(1, 1), new Position(1, 1));

  private static final Comparator<Span> ORDER =
      Comparator.comparing(Span::start).thenComparing(Span::end);

  public Span {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("a span ends at " + end + ", before its start " + start);
    }
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code line:column-line:column}. */
  @Override
  public String toString() {
    return start + "-" + end;
  }
}
