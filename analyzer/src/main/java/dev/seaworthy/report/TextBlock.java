package dev.seaworthy.report;

/** Draws one block of a {@link TextReport}: headers, place, quoted source, notes. */
final class TextBlock {

  private final StyledText out;
  private final String margin;

  /**
   * @param line the number of the line that may be quoted, for the width of the margin
   */
  TextBlock(boolean colour, int line) {
    this.out = new StyledText(colour);
    this.margin = " ".repeat(String.valueOf(line).length() + 1);
  }

  void header(Style style, String label, String name, String message) {
    out.add(style, label + "[" + name + "]").add(Style.STRONG, ": " + message).newLine();
  }

  void place(String place) {
    out.add(margin).add(Style.FRAME, "-->").add(" " + place).newLine();
  }

  void excerpt(Excerpt excerpt, Style style) {
    String number = String.valueOf(excerpt.line());
    frame("").newLine();
    String text = excerpt.text().isEmpty() ? "" : " " + excerpt.text();
    out.add(" ").add(Style.FRAME, number + " |").add(text).newLine();
    String marks = "^".repeat(excerpt.width()) + (excerpt.continues() ? "..." : "");
    frame(" " + " ".repeat(excerpt.indent())).add(style, marks).newLine();
    frame("").newLine();
  }

  void note(String label, String text) {
    label(label).add(" " + text).newLine();
  }

  /** A note of several lines. */
  void detail(String label, String text) {
    label(label).newLine();
    text.lines().forEach(line -> out.add(margin + "   " + line).newLine());
  }

  private StyledText label(String label) {
    return out.add(margin + " ").add(Style.FRAME, "= ").add(Style.STRONG, label + ":");
  }

  private StyledText frame(String rest) {
    return out.add(margin + " ").add(Style.FRAME, "|").add(rest);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
