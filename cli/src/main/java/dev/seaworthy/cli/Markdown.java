package dev.seaworthy.cli;

import java.util.regex.Pattern;

/** Makes the Markdown of a page fit for reading as it is. */
final class Markdown {

  /** A link to another page, which nobody can follow from here. */
  private static final Pattern RELATIVE_LINK =
      Pattern.compile("\\[([^\\]]+)\\]\\((?!https?:)[^)\\s]+\\)");

  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private static final String FENCE = "```";
  private static final String STRONG = "**";

  private Markdown() {}

  /**
   * Leaves out comments, which are for the build, and the blank lines that they leave; of links to
   * other pages the text stays.
   */
  static String plain(String markdown) {
    StringBuilder plain = new StringBuilder();
    boolean inCode = false;
    boolean afterBlank = false;
    for (String line : markdown.split("\n")) {
      boolean superfluous = line.startsWith("<!--") || line.isEmpty() && afterBlank;
      if (inCode || !superfluous) {
        plain.append(inCode ? line : RELATIVE_LINK.matcher(line).replaceAll("$1")).append('\n');
        afterBlank = line.isEmpty();
      }
      inCode ^= line.startsWith(FENCE);
    }
    return plain.toString();
  }

  /** Is {@link #plain} as well, with bold headings and faint fences for a terminal. */
  static String styled(String markdown) {
    StringBuilder styled = new StringBuilder();
    boolean inCode = false;
    for (String line : plain(markdown).split("\n")) {
      boolean fence = line.startsWith(FENCE);
      if (fence) {
        styled.append(DIM).append(line).append(PLAIN);
      } else if (!inCode && (line.startsWith("#") || isStrong(line))) {
        styled.append(BOLD).append(withoutMarks(line)).append(PLAIN);
      } else {
        styled.append(line);
      }
      styled.append('\n');
      inCode ^= fence;
    }
    return styled.toString();
  }

  private static boolean isStrong(String line) {
    return line.length() > 2 * STRONG.length() && line.startsWith(STRONG) && line.endsWith(STRONG);
  }

  /** The text of a heading, or of a line that is strong as a whole. */
  private static String withoutMarks(String line) {
    return line.startsWith(STRONG)
        ? line.substring(STRONG.length(), line.length() - STRONG.length())
        : line.replaceFirst("^#+ *", "");
  }
}
