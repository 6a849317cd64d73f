package dev.seaworthy.report;

/**
 * How characters come out on a terminal: harmless, and with a known width.
 *
 * <p>Control characters become their pictures, and what turns the direction of text around or
 * stands alone without its surrogate becomes U+FFFD. Neither can forge a line, move the cursor or
 * hide what follows.
 */
final class TerminalText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final String TAB = "    ";
  private static final String CUT = "...";

  /** Ranges of characters two cells wide, after Unicode's East Asian Width, not to the letter. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x2614, 0x2615},
    {0x26A1, 0x26A1},
    {0x26D4, 0x26D4},
    {0x2705, 0x2705},
    {0x270A, 0x270B},
    {0x2728, 0x2728},
    {0x274C, 0x274C},
    {0x2753, 0x2757},
    {0x2B50, 0x2B50},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD},
  };

  private TerminalText() {}

  /** Appends the text with every character made harmless, tabs as four spaces. */
  static void appendTo(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint == '\t') {
        out.append(TAB);
      } else {
        out.appendCodePoint(shown(codePoint));
      }
    }
  }

  /** The harmless character that stands for a character. */
  static int shown(int codePoint) {
    if (codePoint < 0x20) {
      return CONTROL_PICTURES + codePoint;
    }
    if (codePoint < 0x7f) {
      return codePoint;
    }
    if (codePoint == 0x7f) {
      return PICTURE_OF_DELETE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> isDirection(codePoint) ? REPLACEMENT : codePoint;
    };
  }

  /** The number of cells that a harmless character takes: 0, 1 or 2. */
  static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /** The number of cells that a text takes once it is harmless. */
  static int width(String text) {
    return harmless(text).codePoints().map(TerminalText::width).sum();
  }

  /** A harmless text, or as much of its start as goes into some cells with a mark at the cut. */
  static String start(String text, int cells) {
    String shown = harmless(text);
    int end = 0;
    int width = 0;
    for (int i = 0; i < shown.length(); i = shown.offsetByCodePoints(i, 1)) {
      width += width(shown.codePointAt(i));
      if (width <= cells - CUT.length()) {
        end = shown.offsetByCodePoints(i, 1);
      } else if (width > cells) {
        return shown.substring(0, end) + CUT;
      }
    }
    return shown;
  }

  /** A harmless text, or as much of its end as goes into some cells with a mark at the cut. */
  static String end(String text, int cells) {
    String shown = harmless(text);
    int start = shown.length();
    int width = 0;
    for (int i = shown.length(); i > 0; ) {
      i = shown.offsetByCodePoints(i, -1);
      width += width(shown.codePointAt(i));
      if (width <= cells - CUT.length()) {
        start = i;
      } else if (width > cells) {
        return CUT + shown.substring(start);
      }
    }
    return shown;
  }

  private static String harmless(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    appendTo(shown, text);
    return shown.toString();
  }

  private static boolean isDirection(int codePoint) {
    return codePoint == 0x061C
        || codePoint == 0x200E
        || codePoint == 0x200F
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private static boolean isWide(int codePoint) {
    for (int[] range : WIDE) {
      if (codePoint <= range[1]) {
        return codePoint >= range[0];
      }
    }
    return false;
  }
}
