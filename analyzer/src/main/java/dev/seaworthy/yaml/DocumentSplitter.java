package dev.seaworthy.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream at the lines that start a document, so that one broken document leaves the others
 * readable. This is how kubectl reads a stream as well.
 */
final class DocumentSplitter {

  private static final String MARKER = "---";

  private DocumentSplitter() {}

  /** A document's text within the source, offsets in UTF-16 units, the end exclusive. */
  record Chunk(int start, int end) {}

  /** The chunks that hold more than comments and blank lines. */
  static List<Chunk> split(String text) {
    List<Chunk> chunks = new ArrayList<>();
    int start = 0;
    int from = 0;
    while (true) {
      int marker = nextMarker(text, from);
      int end = marker < 0 ? text.length() : marker;
      Prologue prologue = prologue(text, start, end);
      // directives belong to the document whose marker follows them
      if (!(prologue == Prologue.DIRECTIVES && marker >= 0)) {
        if (prologue != Prologue.EMPTY) {
          chunks.add(new Chunk(start, end));
        }
        start = end;
      }
      if (marker < 0) {
        return chunks;
      }
      from = marker + MARKER.length();
    }
  }

  private static int nextMarker(String text, int from) {
    int at = from;
    while (true) {
      at = text.indexOf(MARKER, at);
      if (at < 0) {
        return -1;
      }
      int after = at + MARKER.length();
      boolean lineStart = at == 0 || isLineBreak(text.charAt(at - 1));
      boolean ends = after == text.length() || text.charAt(after) <= ' ';
      if (lineStart && ends) {
        return at;
      }
      at = after;
    }
  }

  private enum Prologue {
    EMPTY,
    DIRECTIVES,
    CONTENT
  }

  private static Prologue prologue(String text, int start, int end) {
    Prologue found = Prologue.EMPTY;
    int at = text.startsWith(MARKER, start) ? start + MARKER.length() : start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '%' && (at == start || isLineBreak(text.charAt(at - 1)))) {
        found = Prologue.DIRECTIVES;
      }
      if (c == '#' || c == '%' && found == Prologue.DIRECTIVES) {
        at = lineEnd(text, at, end);
      } else if (c > ' ') {
        return Prologue.CONTENT;
      } else {
        at++;
      }
    }
    return found;
  }

  private static int lineEnd(String text, int from, int end) {
    int at = from;
    while (at < end && !isLineBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
