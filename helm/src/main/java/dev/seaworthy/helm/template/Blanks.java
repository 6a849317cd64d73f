package dev.seaworthy.helm.template;

/** White space as Go's {@code unicode.IsSpace} knows it. */
final class Blanks {

  private Blanks() {}

  /** The first character that is no white space, up to an end. */
  static int skip(String text, int start, int end) {
    int at = start;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        ? c == ' ' || c >= '\t' && c <= '\r'
        : c == '\u0085' || Character.isSpaceChar(c);
  }
}
