package dev.seaworthy.source;

import java.util.Arrays;
import java.util.Optional;

/**
 * The text of one source, with its lines. Immutable.
 *
 * <p>Offsets are UTF-16 code units from the start of the text, starting at 0: the indices of {@link
 * String#charAt}. Lines end with LF, CRLF or CR.
 */
public final class SourceText {

  private final String name;
  private final String text;
  private final int[] lineStarts;
  private final Optional<SourceMap> map;

  /**
   * A text that was written as it is.
   *
   * @param name how results refer to the source: a relative path with {@code /}, or another label
   * @param text the decoded text
   */
  public SourceText(String name, String text) {
    this(name, text, Optional.empty());
  }

  /**
   * A text that was made of other files.
   *
   * @param name the name of the file that it is accounted to
   * @param text what was made
   * @param map leads to the places where it was written
   */
  public SourceText(String name, String text, SourceMap map) {
    this(name, text, Optional.of(map));
  }

  private SourceText(String name, String text, Optional<SourceMap> map) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.map = map;
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** What leads from the text to the files that it was made of; empty for what was written. */
  public Optional<SourceMap> map() {
    return map;
  }

  /** The number of lines, at least 1: an empty text has one empty line. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * The text of a line, without its line break.
   *
   * @param line the line, starting at 1
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public String line(int line) {
    int end = lineEnd(line);
    return text.substring(lineStarts[line - 1], end);
  }

  /**
   * The offset after the last character of a line, before its line break.
   *
   * @param line the line, starting at 1
   */
  public int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    int start = lineStarts[line - 1];
    while (end > start && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The offset of the first character of a line, the line starting at 1. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /**
   * The line and column of an offset.
   *
   * @param offset from 0 to the length of the text
   */
  public Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  /** The span between two offsets, the end exclusive. */
  public Span span(int start, int end) {
    return new Span(position(start), position(end));
  }

  /** Where the text between two offsets was written, the end exclusive. */
  public Location locate(int start, int end) {
    return map.isPresent() ? map.get().locate(start, end) : Location.exact(name, span(start, end));
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\r' || !isLineBreak(c)) {
        continue;
      }
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
