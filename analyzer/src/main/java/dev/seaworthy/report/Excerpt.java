package dev.seaworthy.report;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import java.util.Optional;

/**
 * The first line of a span as it comes out on a terminal: harmless, tabs expanded, cut around the
 * span where it is long.
 *
 * @param line the line, starting at 1
 * @param text what to show
 * @param indent the number of cells before the span
 * @param width the number of cells of the span, at least 1
 * @param continues whether the span goes on beyond what is shown
 */
record Excerpt(int line, String text, int indent, int width, boolean continues) {

  /** How much of a line is shown, in UTF-16 code units. */
  private static final int WINDOW = 120;

  /** How much stays before the span when a line is cut. */
  private static final int LEAD = 40;

  /** Quotes a source; empty if the source, which may have changed, has no such line. */
  static Optional<Excerpt> of(SourceText source, Span span) {
    int line = span.start().line();
    if (line > source.lineCount()) {
      return Optional.empty();
    }
    String text = source.text();
    int lineStart = source.lineStart(line);
    int lineEnd = source.lineEnd(line);
    boolean multiLine = span.end().line() > line;
    int start = Math.min(lineStart + span.start().column() - 1, lineEnd);
    int end =
        multiLine
            ? endOfText(text, start, lineEnd)
            : Math.min(lineStart + span.end().column() - 1, lineEnd);
    int from = boundary(text, end - lineStart <= WINDOW ? lineStart : start - LEAD, lineStart);
    int to = boundary(text, Math.min(from + WINDOW, lineEnd), start);
    int markEnd = Math.min(end, to);

    Cells cells = new Cells();
    cells.cut(from > lineStart);
    cells.add(text, from, start);
    int indent = cells.count;
    cells.add(text, start, markEnd);
    int width = Math.max(1, cells.count - indent);
    cells.add(text, markEnd, to);
    cells.cut(to < lineEnd);
    return Optional.of(
        new Excerpt(line, cells.text.toString(), indent, width, multiLine || markEnd < end));
  }

  private static int endOfText(String text, int start, int lineEnd) {
    int end = lineEnd;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The nearest offset from {@code min} on that does not part a surrogate pair. */
  private static int boundary(String text, int offset, int min) {
    boolean parts =
        offset > min
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return Math.max(min, parts ? offset - 1 : offset);
  }

  /** A line of terminal cells that grows. */
  private static final class Cells {

    private static final String CUT = "...";
    private static final int TAB_STOP = 4;

    private final StringBuilder text = new StringBuilder();
    private int count;

    void cut(boolean needed) {
      if (needed) {
        text.append(CUT);
        count += CUT.length();
      }
    }

    void add(String source, int from, int to) {
      for (int i = from; i < to; ) {
        int codePoint = source.codePointAt(i);
        i += Character.charCount(codePoint);
        if (codePoint == '\t') {
          int blanks = TAB_STOP - count % TAB_STOP;
          text.append(" ".repeat(blanks));
          count += blanks;
        } else {
          int shown = TerminalText.shown(codePoint);
          text.appendCodePoint(shown);
          count += TerminalText.width(shown);
        }
      }
    }
  }
}
