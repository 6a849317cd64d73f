package dev.seaworthy.rego.syntax;

/** Goes through a text, counting lines and columns. */
final class SourceReader {

  /** What stands after the last character. */
  static final char END = '\0';

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private int offset;
  private int row = 1;
  private int column = 1;

  SourceReader(String text) {
    this.text = text;
    this.offset = text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? 1 : 0;
  }

  int offset() {
    return offset;
  }

  int row() {
    return row;
  }

  int column() {
    return column;
  }

  boolean atEnd() {
    return offset >= text.length();
  }

  /** The character here, or {@link #END}. */
  char current() {
    return offset < text.length() ? text.charAt(offset) : END;
  }

  boolean at(char c) {
    return offset < text.length() && text.charAt(offset) == c;
  }

  void advance() {
    if (atEnd()) {
      return;
    }
    char c = text.charAt(offset++);
    if (c == '\n') {
      row++;
      column = 1;
    } else if (!Character.isHighSurrogate(c) || !Character.isLowSurrogate(current())) {
      column++;
    }
  }

  /** Steps over a character if it is here. */
  boolean accept(char c) {
    boolean here = at(c);
    if (here) {
      advance();
    }
    return here;
  }

  /** Whether the character here may be part of a text at all; says what is wrong otherwise. */
  String complaint() {
    char c = current();
    if (c == END && !atEnd()) {
      return "illegal null character";
    }
    if (c == BYTE_ORDER_MARK) {
      return "illegal byte-order mark";
    }
    boolean alone =
        Character.isHighSurrogate(c) && !Character.isSurrogatePair(c, next())
            || Character.isLowSurrogate(c) && !Character.isSurrogatePair(previous(), c);
    return alone ? "illegal utf-8 character" : "";
  }

  private char next() {
    return offset + 1 < text.length() ? text.charAt(offset + 1) : END;
  }

  private char previous() {
    return offset > 0 ? text.charAt(offset - 1) : END;
  }

  int codePoint() {
    return atEnd() ? END : text.codePointAt(offset);
  }

  /** The text from an offset to here. */
  String since(int start) {
    return text.substring(start, offset);
  }
}
