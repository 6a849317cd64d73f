package dev.seaworthy.source;

import dev.seaworthy.source.CharacterClass.MalformedPatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A compiled wildcard pattern over the segments of a path, as git understands it. Matching takes at
 * most quadratic time in the length of the path, whatever the pattern.
 */
final class WildcardPath {

  private final List<Segment> segments;

  private WildcardPath(List<Segment> segments) {
    this.segments = segments;
  }

  /** The compiled pattern, or empty if the pattern can match nothing. */
  static Optional<WildcardPath> compile(String pattern) {
    try {
      return Optional.of(new WildcardPath(new Parser(pattern).parse()));
    } catch (MalformedPatternException e) {
      return Optional.empty();
    }
  }

  /** Whether the pattern matches these segments, all of them. */
  boolean matches(String... path) {
    int at = 0;
    int next = 0;
    int restart = -1;
    int restartAt = 0;
    while (at < path.length) {
      Segment segment = next < segments.size() ? segments.get(next) : null;
      if (segment == Segment.ANY_FOLDERS) {
        if (next == segments.size() - 1) {
          return true;
        }
        restart = ++next;
        restartAt = at;
      } else if (segment != null && segment.matches(path[at])) {
        next++;
        at++;
      } else if (restart >= 0) {
        next = restart;
        at = ++restartAt;
      } else {
        return false;
      }
    }
    return next == segments.size();
  }

  /** The pattern of one file or folder name. */
  private static final class Segment {

    /** The segment {@code **}. */
    static final Segment ANY_FOLDERS = new Segment(List.of());

    private static final IntPredicate STAR = c -> true;

    private final List<IntPredicate> tokens;

    private Segment(List<IntPredicate> tokens) {
      this.tokens = tokens;
    }

    /** Backtracks to the last star only, which is enough: an earlier one need never take more. */
    boolean matches(String name) {
      int at = 0;
      int next = 0;
      int restart = -1;
      int restartAt = 0;
      while (at < name.length()) {
        IntPredicate token = next < tokens.size() ? tokens.get(next) : null;
        if (token == STAR) {
          restart = ++next;
          restartAt = at;
        } else if (token != null && token.test(name.charAt(at))) {
          next++;
          at++;
        } else if (restart >= 0) {
          next = restart;
          at = ++restartAt;
        } else {
          return false;
        }
      }
      return next == tokens.size() || (next == tokens.size() - 1 && tokens.get(next) == STAR);
    }
  }

  private static final class Parser {

    private final String pattern;
    private final List<Segment> segments = new ArrayList<>();
    private final List<IntPredicate> tokens = new ArrayList<>();
    private int segmentStart;
    private int at;

    Parser(String pattern) {
      this.pattern = pattern;
    }

    List<Segment> parse() throws MalformedPatternException {
      while (at < pattern.length()) {
        char c = pattern.charAt(at++);
        if (c == '/') {
          endSegment(at - 1);
        } else if (c == '\\') {
          escaped();
        } else if (c == '[') {
          CharacterClass.Parser parser = new CharacterClass.Parser(pattern, at);
          tokens.add(parser.parse());
          at = parser.end();
        } else if (c == '*') {
          star();
        } else {
          tokens.add(c == '?' ? any -> true : literal(c));
        }
      }
      endSegment(at);
      return List.copyOf(segments);
    }

    private void escaped() throws MalformedPatternException {
      if (at == pattern.length()) {
        throw new MalformedPatternException();
      }
      char c = pattern.charAt(at++);
      if (c == '/') {
        endSegment(at - 2);
      } else {
        tokens.add(literal(c));
      }
    }

    private void star() {
      if (tokens.isEmpty() || tokens.get(tokens.size() - 1) != Segment.STAR) {
        tokens.add(Segment.STAR);
      }
    }

    private void endSegment(int end) {
      boolean onlyStars = tokens.size() == 1 && tokens.get(0) == Segment.STAR;
      boolean several = end - segmentStart > 1;
      segments.add(onlyStars && several ? Segment.ANY_FOLDERS : new Segment(List.copyOf(tokens)));
      tokens.clear();
      segmentStart = at;
    }

    private static IntPredicate literal(char expected) {
      return c -> c == expected;
    }
  }
}
