package dev.seaworthy.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream at the lines that start or end a document, so that one broken document leaves the
 * others readable. This is how kubectl reads a stream as well.
 */
final class DocumentSplitter {

  private static final String START = "---";
  private static final String END = "...";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final List<Chunk> chunks = new ArrayList<>();
  private int start;

  private DocumentSplitter(String text) {
    this.text = text;
  }

  /** A document's text within the source, offsets in UTF-16 units, the end exclusive. */
  record Chunk(int start, int end) {}

  /** The chunks that hold more than comments and blank lines. */
  static List<Chunk> split(String text) {
    return new DocumentSplitter(text).split();
  }

  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** The start of the line below, or the end of the text. */
  static int lineAfter(String text, int from) {
    int at = from;
    while (at < text.length() && !isLineBreak(text.charAt(at))) {
      at++;
    }
    boolean pair = text.startsWith("\r\n", at);
    return Math.min(text.length(), at + (pair ? 2 : 1));
  }

  private List<Chunk> split() {
    int nextStart = marker(START, 0);
    int nextEnd = marker(END, 0);
    while (nextStart < text.length() || nextEnd < text.length()) {
      if (nextStart < nextEnd) {
        // directives belong to the document whose marker follows them
        if (prologue(nextStart) != Prologue.DIRECTIVES) {
          cut(nextStart);
          start = afterBareMarker(nextStart);
        }
        nextStart = marker(START, nextStart + START.length());
      } else {
        cut(nextEnd);
        start = nextEnd + END.length();
        nextEnd = marker(END, start);
      }
    }
    cut(text.length());
    return chunks;
  }

  private void cut(int end) {
    if (prologue(end) != Prologue.EMPTY) {
      chunks.add(new Chunk(start, end));
    }
  }

  /** The next line that is a marker, or the end of the text. */
  private int marker(String marker, int from) {
    int at = text.indexOf(marker, from);
    while (at >= 0) {
      int after = at + marker.length();
      boolean starts = at == 0 || isLineBreak(text.charAt(at - 1));
      boolean ends = after == text.length() || text.charAt(after) <= ' ';
      if (starts && ends) {
        return at;
      }
      at = text.indexOf(marker, after);
    }
    return text.length();
  }

  /**
   * Where the text of a document starts: at its marker, or behind it if nothing else stands on the
   * line. There a byte order mark may follow, in files that were strung together.
   */
  private int afterBareMarker(int marker) {
    int at = marker + START.length();
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    boolean bare = at == text.length() || text.charAt(at) == '#' || isLineBreak(text.charAt(at));
    if (!bare) {
      return marker;
    }
    int line = lineAfter(text, at);
    return line < text.length() && text.charAt(line) == BYTE_ORDER_MARK ? line + 1 : line;
  }

  private enum Prologue {
    EMPTY,
    DIRECTIVES,
    CONTENT
  }

  /** What there is up to an offset. */
  private Prologue prologue(int end) {
    Prologue found = Prologue.EMPTY;
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '%' && (at == start || isLineBreak(text.charAt(at - 1)))) {
        found = Prologue.DIRECTIVES;
        at = lineAfter(text, at);
      } else if (c == '#') {
        at = lineAfter(text, at);
      } else if (c > ' ') {
        return Prologue.CONTENT;
      } else {
        at++;
      }
    }
    return found;
  }
}
