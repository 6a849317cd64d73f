package dev.seaworthy.helm.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The patterns of Go's {@code filepath.Match}: {@code *} and {@code ?} stop at a slash, {@code
 * [^a-z]} is a class, a backslash takes the next character as it is.
 *
 * @see <a href="https://pkg.go.dev/path/filepath#Match">filepath.Match</a>
 */
final class GoPattern {

  private static final IntPredicate STAR = c -> c != '/';

  private final String pattern;
  private final List<IntPredicate> tokens = new ArrayList<>();
  private int at;

  private GoPattern(String pattern) {
    this.pattern = pattern;
  }

  static boolean isValid(String pattern) {
    return compile(pattern).isPresent();
  }

  /** Whether a pattern matches the whole of a text; one that is not valid matches nothing. */
  static boolean matches(String pattern, String text) {
    return compile(pattern)
        .filter(tokens -> matches(tokens, text.codePoints().toArray()))
        .isPresent();
  }

  private static Optional<List<IntPredicate>> compile(String pattern) {
    GoPattern parser = new GoPattern(pattern);
    return parser.parse() ? Optional.of(parser.tokens) : Optional.empty();
  }

  /** Goes back to the last star only, which takes as much as it can before a slash. */
  private static boolean matches(List<IntPredicate> tokens, int[] text) {
    int position = 0;
    int next = 0;
    int restart = -1;
    int restartAt = 0;
    while (position < text.length || next < tokens.size()) {
      IntPredicate token = next < tokens.size() ? tokens.get(next) : null;
      if (token == STAR) {
        restart = ++next;
        restartAt = position;
      } else if (token != null && position < text.length && token.test(text[position])) {
        next++;
        position++;
      } else if (restart >= 0 && restartAt < text.length && STAR.test(text[restartAt])) {
        next = restart;
        position = ++restartAt;
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean parse() {
    while (at < pattern.length()) {
      int c = take();
      if (c == '*') {
        tokens.add(STAR);
      } else if (c == '?') {
        tokens.add(any -> any != '/');
      } else if (c == '[') {
        if (!characterClass()) {
          return false;
        }
      } else if (c != '\\') {
        tokens.add(actual -> actual == c);
      } else if (at == pattern.length()) {
        return false;
      } else {
        int escaped = take();
        tokens.add(actual -> actual == escaped);
      }
    }
    return true;
  }

  private boolean characterClass() {
    boolean negated = pattern.startsWith("^", at);
    if (negated) {
      at++;
    }
    List<IntPredicate> ranges = new ArrayList<>();
    while (ranges.isEmpty() || !pattern.startsWith("]", at)) {
      int low = classCharacter();
      int high = low;
      if (low >= 0 && pattern.startsWith("-", at)) {
        at++;
        high = classCharacter();
      }
      if (low < 0 || high < 0) {
        return false;
      }
      int from = low;
      int to = high;
      ranges.add(c -> c >= from && c <= to);
    }
    at++;
    tokens.add(c -> ranges.stream().anyMatch(range -> range.test(c)) != negated);
    return true;
  }

  /** The next character of a class, or -1 where there can be none. */
  private int classCharacter() {
    if (pattern.startsWith("\\", at)) {
      at++;
    } else if (pattern.startsWith("-", at) || pattern.startsWith("]", at)) {
      return -1;
    }
    return at < pattern.length() ? take() : -1;
  }

  private int take() {
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }
}
