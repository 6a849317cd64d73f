package dev.seaworthy.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A layout of Go's package {@code time}: the reference time, written as a time shall be. */
final class GoLayout {

  private static final Map<String, String> NAMED =
      Map.of(
          "ANSIC", "Mon Jan _2 15:04:05 2006",
          "UnixDate", "Mon Jan _2 15:04:05 MST 2006",
          "RubyDate", "Mon Jan 02 15:04:05 -0700 2006",
          "RFC822", "02 Jan 06 15:04 MST",
          "RFC822Z", "02 Jan 06 15:04 -0700",
          "RFC850", "Monday, 02-Jan-06 15:04:05 MST",
          "RFC1123", "Mon, 02 Jan 2006 15:04:05 MST",
          "RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700",
          "RFC3339", "2006-01-02T15:04:05Z07:00",
          "RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00");

  /** Longer ones before those that they start with. */
  private static final List<String> ELEMENTS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "01",
          "002",
          "02",
          "03",
          "04",
          "05",
          "06",
          "15",
          "1",
          "2006",
          "2",
          "__2",
          "_2",
          "3",
          "4",
          "5",
          "PM",
          "pm",
          "-07:00:00",
          "-070000",
          "-07:00",
          "-0700",
          "-07",
          "Z07:00:00",
          "Z070000",
          "Z07:00",
          "Z0700",
          "Z07");

  /**
   * A part of a layout.
   *
   * @param text the literal or the element, such as {@code 2006}; for fractions of a second as many
   *     zeros or nines as there are digits, after their separator
   * @param literal whether it stands for itself
   */
  record Part(String text, boolean literal) {

    boolean isFraction() {
      return !literal && (text.startsWith(".") || text.startsWith(","));
    }
  }

  private GoLayout() {}

  /** The layout that a name such as {@code RFC1123} stands for; others are layouts already. */
  static String named(String layout) {
    return NAMED.getOrDefault(layout, layout);
  }

  static List<Part> parse(String layout) {
    List<Part> parts = new ArrayList<>();
    int literal = 0;
    int at = 0;
    while (at < layout.length()) {
      String element = elementAt(layout, at);
      if (element.isEmpty()) {
        at++;
        continue;
      }
      if (literal < at) {
        parts.add(new Part(layout.substring(literal, at), true));
      }
      parts.add(new Part(element, false));
      at += element.length();
      literal = at;
    }
    if (literal < at) {
      parts.add(new Part(layout.substring(literal), true));
    }
    return parts;
  }

  private static String elementAt(String layout, int at) {
    char c = layout.charAt(at);
    if (c == '.' || c == ',') {
      return fractionAt(layout, at);
    }
    if (layout.startsWith("_2006", at)) {
      return "";
    }
    for (String element : ELEMENTS) {
      if (layout.startsWith(element, at)) {
        int end = at + element.length();
        boolean word = element.equals("Jan") || element.equals("Mon");
        boolean longer = end < layout.length() && Character.isLowerCase(layout.charAt(end));
        if (!word || !longer) {
          return element;
        }
      }
    }
    return "";
  }

  private static String fractionAt(String layout, int at) {
    int end = at + 1;
    if (end == layout.length() || layout.charAt(end) != '0' && layout.charAt(end) != '9') {
      return "";
    }
    char digit = layout.charAt(end);
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    boolean more = end < layout.length() && Character.isDigit(layout.charAt(end));
    return more ? "" : layout.substring(at, end);
  }
}
