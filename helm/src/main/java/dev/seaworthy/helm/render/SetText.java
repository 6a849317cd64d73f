package dev.seaworthy.helm.render;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of {@code --set} and its like, cut where values begin and end, as Helm's {@code
 * pkg/strvals/parser.go} does.
 */
final class SetText {

  /**
   * A piece of the text.
   *
   * @param text a value without its escapes, or whatever stands between values, as it is written
   * @param isValue which of the two it is
   */
  record Part(String text, boolean isValue) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private int position;

  private SetText(String text) {
    this.text = text;
  }

  /** All of the text, in pieces. */
  static List<Part> parts(String text) {
    SetText reader = new SetText(text);
    while (reader.position < text.length()) {
      reader.readPair();
    }
    return List.copyOf(reader.parts);
  }

  /** The text with the comma at its end that lets more follow. */
  static String closed(String text) {
    boolean isEscaped = false;
    boolean endsWithComma = false;
    for (int i = 0; i < text.length(); i++) {
      endsWithComma = !isEscaped && text.charAt(i) == ',';
      isEscaped = !isEscaped && text.charAt(i) == '\\';
    }
    // a backslash at the end escapes nothing
    String whole = isEscaped ? text.substring(0, text.length() - 1) : text;
    return endsWithComma ? whole : whole + ",";
  }

  /** A value such that Helm reads all of it as one. */
  static String escape(String value) {
    return value.replaceAll("[\\\\,{}]", "\\\\$0");
  }

  private void readPair() {
    int start = position;
    readUntil("=");
    addSyntax(start);
    if (position == text.length() && !text.endsWith("=")) {
      return;
    }
    if (position < text.length() && text.charAt(position) == '{') {
      readList();
    } else {
      readValue(",");
    }
  }

  private void readList() {
    addSyntax(position++);
    char last;
    do {
      last = readValue(",}");
    } while (last == ',');
    if (last == '}' && position < text.length() && text.charAt(position) == ',') {
      addSyntax(position++);
    }
  }

  /** Reads a value and the character that ends it, which is returned; 0 at the end of the text. */
  private char readValue(String stops) {
    StringBuilder value = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position);
      if (stops.indexOf(c) >= 0) {
        parts.add(new Part(value.toString(), true));
        addSyntax(position++);
        return c;
      }
      if (c == '\\') {
        position++;
      }
      if (position < text.length()) {
        value.append(text.charAt(position++));
      }
    }
    parts.add(new Part(value.toString(), true));
    return 0;
  }

  private void readUntil(String stops) {
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (stops.indexOf(c) >= 0) {
        return;
      }
      if (c == '\\' && position < text.length()) {
        position++;
      }
    }
  }

  private void addSyntax(int start) {
    int end = Math.max(position, start + 1);
    parts.add(new Part(text.substring(start, end), false));
  }
}
