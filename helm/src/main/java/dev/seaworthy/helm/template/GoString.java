package dev.seaworthy.helm.template;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * String literals of Go.
 *
 * @see <a href="https://go.dev/ref/spec#String_literals">String literals in the specification</a>
 */
final class GoString {

  private static final String ESCAPES = "abfnrtv\\\"";
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";

  private final String text;
  private final int end;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;

  private GoString(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /**
   * What a literal stands for.
   *
   * @param start where it starts, at its quote
   * @param end where it ends, after its quote
   */
  static String value(String text, int start, int end) throws TemplateSyntaxException {
    String inner = text.substring(start + 1, end - 1);
    if (text.charAt(start) == '`') {
      return inner.replace("\r", "");
    }
    return inner.indexOf('\\') < 0 ? inner : new GoString(text, start + 1, end - 1).unescaped();
  }

  private String unescaped() throws TemplateSyntaxException {
    while (at < end) {
      int escape = text.indexOf('\\', at);
      int plainEnd = escape < 0 || escape >= end ? end : escape;
      write(text.substring(at, plainEnd));
      at = plainEnd;
      if (at < end) {
        readEscape();
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void write(String part) {
    bytes.writeBytes(part.getBytes(StandardCharsets.UTF_8));
  }

  private void readEscape() throws TemplateSyntaxException {
    char c = text.charAt(at + 1);
    int simple = ESCAPES.indexOf(c);
    if (simple >= 0) {
      write(ESCAPED.substring(simple, simple + 1));
      at += 2;
    } else if (c == 'x') {
      bytes.write(number(at + 2, 2, 16));
    } else if (c == 'u') {
      writeCodePoint(number(at + 2, 4, 16));
    } else if (c == 'U') {
      writeCodePoint(number(at + 2, 8, 16));
    } else {
      bytes.write(number(at + 1, 3, 8));
    }
  }

  private int number(int start, int digits, int radix) throws TemplateSyntaxException {
    long value = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = i < end ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        throw invalidEscape();
      }
      value = value * radix + digit;
    }
    if (value > (digits <= 3 ? 0xFF : Character.MAX_CODE_POINT)) {
      throw invalidEscape();
    }
    at = start + digits;
    return (int) value;
  }

  private void writeCodePoint(int codePoint) throws TemplateSyntaxException {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      throw invalidEscape();
    }
    write(Character.toString(codePoint));
  }

  private TemplateSyntaxException invalidEscape() {
    return new TemplateSyntaxException(at, "invalid escape in a string");
  }
}
