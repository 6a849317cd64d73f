package dev.seaworthy.source;

import java.util.Comparator;

/**
 * A place between two characters of a text.
 *
 * @param line the line, starting at 1; lines end with LF, CRLF or CR, as in the Language Server
 *     Protocol
 * @param column the column in UTF-16 code units, starting at 1
 */
public record Position(int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("a position starts at 1:1, not " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code line:column}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
