package dev.seaworthy.helm;

import dev.seaworthy.source.SourceText;
import java.util.OptionalInt;

/**
 * Which lines of two renderings of one template are the same line: all where they are equal, but
 * for single lines with random values in them; the first and the last ones where they differ more.
 */
final class Alignment {

  private final SourceText plain;
  private final SourceText other;
  private final int same;
  private final int sameAtEnd;

  /**
   * @param plain what the template renders to
   * @param other what it renders to when it is rendered in another way
   */
  Alignment(SourceText plain, SourceText other) {
    this.plain = plain;
    this.other = other;
    int lines = Math.min(plain.lineCount(), other.lineCount());
    int first = 1;
    while (first <= lines && plain.line(first).equals(other.line(first))) {
      first++;
    }
    int last = 0;
    while (last < lines - first + 1
        && plain.line(plain.lineCount() - last).equals(other.line(other.lineCount() - last))) {
      last++;
    }
    this.same = first - 1;
    this.sameAtEnd = last;
  }

  /** Whether a line of the plain text is a line of the other one too; it starts at 1. */
  boolean isProven(int line) {
    int counterpart = counterpart(line);
    return counterpart > 0 && plain.line(line).equals(other.line(counterpart));
  }

  /** The offset in the other text of an offset in the plain one, if the lines are the same. */
  OptionalInt offset(int plainOffset) {
    int line = plain.position(plainOffset).line();
    return isProven(line)
        ? OptionalInt.of(other.lineStart(counterpart(line)) + plainOffset - plain.lineStart(line))
        : OptionalInt.empty();
  }

  /** The nearest proven line from a line upwards; 0 if there is none. */
  int provenAbove(int line) {
    int above = line;
    while (above > 0 && !isProven(above)) {
      above--;
    }
    return above;
  }

  private int counterpart(int line) {
    if (line <= same || plain.lineCount() == other.lineCount()) {
      return line;
    }
    int fromEnd = plain.lineCount() - line;
    return fromEnd < sameAtEnd ? other.lineCount() - fromEnd : 0;
  }
}
