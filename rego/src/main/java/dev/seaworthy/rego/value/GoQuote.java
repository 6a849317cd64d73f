package dev.seaworthy.rego.value;

import org.jspecify.annotations.Nullable;

/** Strings as Go's {@code strconv.Quote} writes them, which is Rego's notation in OPA's output. */
final class GoQuote {

  private GoQuote() {}

  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      String escape = escape(c);
      if (escape != null) {
        out.append(escape);
      } else if (isPrintable(c)) {
        out.appendCodePoint(c);
      } else if (c < ' ' || c == 0x7F) {
        out.append(String.format("\\x%02x", c));
      } else if (c >= 0xDC80 && c <= 0xDCFF) {
        out.append(String.format("\\x%02x", c - 0xDC00));
      } else {
        out.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
      }
      i += Character.charCount(c) - 1;
    }
    out.append('"');
  }

  private static @Nullable String escape(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case 0x07 -> "\\a";
      case 0x0B -> "\\v";
      default -> null;
    };
  }

  /** Letters, marks, numbers, punctuation, symbols and the plain space. */
  private static boolean isPrintable(int c) {
    if (c < 0x7F) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
