package dev.seaworthy.report.graph;

import java.util.List;
import java.util.stream.Collectors;

/** Names from manifests as text of a drawing: harmless, and quoted as the format asks. */
final class GraphText {

  private static final int REPLACEMENT = 0xFFFD;
  private static final int WIDE = 0x1100;
  private static final String ELLIPSIS = "…";

  private GraphText() {}

  /** As character data of XML, or the value of an attribute. */
  static String xml(String text) {
    StringBuilder out = new StringBuilder();
    harmless(text)
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(character);
              }
            });
    return out.toString();
  }

  /** As a quoted string of DOT, in which escapes and HTML entities are read. */
  static String dot(List<String> lines) {
    return lines.stream()
        .map(GraphText::harmless)
        .map(line -> line.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;"))
        .collect(Collectors.joining("\\n", "\"", "\""));
  }

  /** The start of a text that is longer than it may be; wide characters count twice. */
  static String start(String text, int cells) {
    return cells(text) <= cells ? text : first(text, cells - 1) + ELLIPSIS;
  }

  /** The end of a text that is longer than it may be. */
  static String end(String text, int cells) {
    return cells(text) <= cells ? text : ELLIPSIS + reversed(first(reversed(text), cells - 1));
  }

  private static String first(String text, int cells) {
    StringBuilder out = new StringBuilder();
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      used += cells(character);
      if (used > cells) {
        break;
      }
      out.appendCodePoint(character);
    }
    return out.toString();
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /** How wide a text is in a font whose characters are all of one width. */
  static int cells(String text) {
    return text.codePoints().map(GraphText::cells).sum();
  }

  private static int cells(int character) {
    return character < WIDE || character == ELLIPSIS.codePointAt(0) || character == '→' ? 1 : 2;
  }

  /**
   * Neither format can carry all characters, and some would turn around what stands beside them.
   */
  private static String harmless(String text) {
    return text.codePoints()
        .map(character -> isHarmless(character) ? character : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
