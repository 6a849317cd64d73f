package dev.seaworthy.source;

import java.util.Comparator;

/**
 * A place in a source.
 *
 * @param file the name of the source
 * @param span where in its text
 * @param precision how well the place is known
 */
public record Location(String file, Span span, Precision precision)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file).thenComparing(Location::span);

  /** A place in the text that was written. */
  public static Location exact(String file, Span span) {
    return new Location(file, span, Precision.EXACT);
  }

  /** By file, then by place. */
  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + span.start();
  }
}
