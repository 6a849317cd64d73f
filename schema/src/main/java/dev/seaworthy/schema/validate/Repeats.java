package dev.seaworthy.schema.validate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts how often parts of a pattern repeat within each other. Go's patterns, which the API server
 * uses, stop at {@value #MOST}; RE2 for Java multiplies them out, whatever that takes.
 *
 * @see <a href="https://pkg.go.dev/regexp/syntax">regexp/syntax: invalid repeat count</a>
 */
final class Repeats {

  private static final int MOST = 1_000;

  private final String regex;
  private final Deque<Long> groups = new ArrayDeque<>();
  private long most = 1;
  private long last = 1;

  private Repeats(String regex) {
    this.regex = regex;
  }

  static boolean areTooMany(String regex) {
    return new Repeats(regex).count() > MOST;
  }

  private long count() {
    long highest = 1;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
        last = 1;
      } else if (c == '[') {
        i = endOfClass(i);
        last = 1;
      } else if (c == '(') {
        groups.push(most);
        most = 1;
      } else if (c == ')' && !groups.isEmpty()) {
        last = most;
        most = Math.max(groups.pop(), last);
      } else if (c == '{') {
        last = last * count(i + 1);
        most = Math.max(most, last);
      } else if ("*+?}".indexOf(c) < 0 && !isCount(i)) {
        last = 1;
      }
      highest = Math.max(highest, most);
      if (highest > MOST) {
        return highest;
      }
    }
    return highest;
  }

  /** Whether a character is within the braces of a count. */
  private boolean isCount(int at) {
    int open = regex.lastIndexOf('{', at);
    return open >= 0 && regex.indexOf('}', open) >= at && isDigits(open + 1, at + 1);
  }

  private boolean isDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (regex.charAt(i) != ',' && !Character.isDigit(regex.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int endOfClass(int open) {
    for (int i = open + 2; i < regex.length(); i++) {
      if (regex.charAt(i) == '\\') {
        i++;
      } else if (regex.charAt(i) == ']') {
        return i;
      }
    }
    return regex.length();
  }

  /** The larger number of a count; 1 if it is none. */
  private long count(int from) {
    int end = regex.indexOf('}', from);
    if (end <= from || !isDigits(from, end) || regex.charAt(from) == ',') {
      return 1;
    }
    long largest = 1;
    for (String number : regex.substring(from, end).split(",")) {
      if (!number.isEmpty()) {
        largest = Math.max(largest, number.length() > 4 ? MOST + 1L : Long.parseLong(number));
      }
    }
    return largest;
  }
}
