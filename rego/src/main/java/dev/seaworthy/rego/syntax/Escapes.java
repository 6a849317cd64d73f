package dev.seaworthy.rego.syntax;

import java.util.Optional;

/** The escapes of JSON, and the one of a brace that templates have besides. */
final class Escapes {

  private static final int HEX = 16;
  private static final int UNICODE_DIGITS = 4;
  private static final char REPLACEMENT = '\uFFFD';

  private Escapes() {}

  /**
   * The text meant; empty if JSON does not allow it. Surrogates that have no partner are replaced.
   */
  static Optional<String> resolve(String inner) {
    StringBuilder text = new StringBuilder(inner.length());
    int i = 0;
    while (i < inner.length()) {
      char c = inner.charAt(i++);
      if (c < ' ') {
        return Optional.empty();
      }
      if (c != '\\') {
        text.append(c);
        continue;
      }
      if (i == inner.length()) {
        return Optional.empty();
      }
      char escaped = inner.charAt(i++);
      if (escaped != 'u') {
        text.append(plain(escaped));
        continue;
      }
      int unit = hex(inner, i);
      if (unit < 0) {
        return Optional.empty();
      }
      i += UNICODE_DIGITS;
      text.append((char) unit);
    }
    return Optional.of(repaired(text));
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }

  private static int hex(String text, int from) {
    if (from + UNICODE_DIGITS > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + UNICODE_DIGITS; i++) {
      char c = text.charAt(i);
      int digit = c < '\u0080' ? Character.digit(c, HEX) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * HEX + digit;
    }
    return value;
  }

  private static String repaired(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean paired = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (paired) {
        i++;
      } else {
        text.setCharAt(i, REPLACEMENT);
      }
    }
    return text.toString();
  }
}
