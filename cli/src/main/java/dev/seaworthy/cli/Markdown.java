package dev.seaworthy.cli;

/**
 * Makes Markdown a little easier to read on a terminal: headings are bold, code is as it is,
 * comments are gone.
 */
final class Markdown {

  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String PLAIN = "\u001b[0m";

  private Markdown() {}

  static String styled(String markdown) {
    StringBuilder styled = new StringBuilder();
    boolean inCode = false;
    for (String line : markdown.split("\n")) {
      if (!inCode && line.startsWith("<!--")) {
        continue;
      }
      boolean fence = line.startsWith("```");
      if (fence) {
        styled.append(DIM).append(line).append(PLAIN);
        inCode = !inCode;
      } else if (!inCode && line.startsWith("#")) {
        styled.append(BOLD).append(heading(line)).append(PLAIN);
      } else {
        styled.append(line);
      }
      styled.append('\n');
    }
    return styled.toString();
  }

  private static String heading(String line) {
    int start = 0;
    while (start < line.length() && (line.charAt(start) == '#' || line.charAt(start) == ' ')) {
      start++;
    }
    return line.substring(start);
  }
}
