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
  private final int plainLines;
  private final int otherLines;
  private final int same;
  private final int sameAtEnd;

  /**
   * @param plain what the template renders to
   * @param other what it renders to when it is rendered in another way
   */
  Alignment(SourceText plain, SourceText other) {
    this.plain = plain;
    this.other = other;
    this.plainLines = lines(plain);
    this.otherLines = lines(other);
    int lines = Math.min(plainLines, otherLines);
    int first = 1;
    while (first <= lines && plain.line(first).equals(other.line(first))) {
      first++;
    }
    int last = 0;
    while (last < lines - first + 1
        && plain.line(plainLines - last).equals(other.line(otherLines - last))) {
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

  /** Blank lines at the end do not count. */
  private static int lines(SourceText text) {
    int lines = text.lineCount();
    while (lines > 0 && text.line(lines).isBlank()) {
      lines--;
    }
    return lines;
  }

  private int counterpart(int line) {
    if (line > plainLines) {
      return 0;
    }
    if (line <= same || plainLines == otherLines) {
      return line;
    }
    int fromEnd = plainLines - line;
    return fromEnd < sameAtEnd ? otherLines - fromEnd : 0;
  }
}
