package dev.seaworthy.report;

/**
 * Builds text for a terminal. Whatever is added is made harmless first, so that the only escape
 * sequences are those of a {@link Style}, and the only line feeds those of {@link #newLine()}.
 */
final class StyledText {

  private final boolean colour;
  private final StringBuilder text = new StringBuilder();

  StyledText(boolean colour) {
    this.colour = colour;
  }

  StyledText add(String words) {
    TerminalText.appendTo(text, words);
    return this;
  }

  StyledText add(Style style, String words) {
    if (!colour) {
      return add(words);
    }
    text.append(style.on());
    add(words);
    text.append(style.off());
    return this;
  }

  /** Adds a cell of a table: filled up with blanks to a width that the cell may exceed. */
  StyledText addCell(Style style, String words, int width) {
    add(style, words);
    return add(" ".repeat(Math.max(0, width - TerminalText.width(words))));
  }

  StyledText newLine() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
