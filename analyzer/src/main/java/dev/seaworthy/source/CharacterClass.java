package dev.seaworthy.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A bracket expression of a wildcard pattern, such as {@code [a-z_]} or {@code [![:digit:]]}. */
final class CharacterClass implements IntPredicate {

  private static final Map<String, IntPredicate> NAMED =
      Map.ofEntries(
          Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
          Map.entry("alpha", CharacterClass::isLetter),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7f),
          Map.entry("digit", CharacterClass::isDigit),
          Map.entry("graph", c -> c > ' ' && c < 0x7f),
          Map.entry("lower", c -> c >= 'a' && c <= 'z'),
          Map.entry("print", c -> c >= ' ' && c < 0x7f),
          Map.entry("punct", c -> c > ' ' && c < 0x7f && !isLetter(c) && !isDigit(c)),
          Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
          Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
          Map.entry("xdigit", c -> isDigit(c) || "abcdefABCDEF".indexOf(c) >= 0));

  private final IntPredicate[] members;
  private final boolean negated;

  private CharacterClass(IntPredicate[] members, boolean negated) {
    this.members = members;
    this.negated = negated;
  }

  @Override
  public boolean test(int c) {
    for (IntPredicate member : members) {
      if (member.test(c)) {
        return !negated;
      }
    }
    return negated;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Reads one bracket expression, with the quirks of git: a {@code ]} that comes first is plain.
   */
  static final class Parser {

    private static final int NONE = -1;

    private final String pattern;
    private final List<IntPredicate> members = new ArrayList<>();
    private int at;
    private int rangeStart = NONE;

    /**
     * @param start the index after the opening bracket
     */
    Parser(String pattern, int start) {
      this.pattern = pattern;
      this.at = start;
    }

    /** The index after the closing bracket, once parsed. */
    int end() {
      return at;
    }

    /**
     * @throws MalformedPatternException if the bracket is never closed or names an unknown class
     */
    CharacterClass parse() throws MalformedPatternException {
      boolean negated = peek() == '!' || peek() == '^';
      if (negated) {
        at++;
      }
      do {
        member();
      } while (peek() != ']');
      at++;
      return new CharacterClass(members.toArray(IntPredicate[]::new), negated);
    }

    private void member() throws MalformedPatternException {
      int nameEnd = pattern.startsWith("[:", at) ? pattern.indexOf(']', at + 2) : NONE;
      if (nameEnd > at + 2 && pattern.charAt(nameEnd - 1) == ':') {
        named(pattern.substring(at + 2, nameEnd - 1));
        at = nameEnd + 1;
      } else if (peek() == '-' && rangeStart != NONE && isRange()) {
        at++;
        int low = rangeStart;
        int high = character();
        members.add(c -> c >= low && c <= high);
        rangeStart = NONE;
      } else {
        int single = character();
        members.add(c -> c == single);
        rangeStart = single;
      }
    }

    private boolean isRange() {
      return at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
    }

    private void named(String name) throws MalformedPatternException {
      IntPredicate known = NAMED.get(name);
      if (known == null) {
        throw new MalformedPatternException();
      }
      members.add(known);
      rangeStart = NONE;
    }

    private char character() throws MalformedPatternException {
      if (peek() == '\\') {
        at++;
      }
      char c = peek();
      at++;
      return c;
    }

    private char peek() throws MalformedPatternException {
      if (at >= pattern.length()) {
        throw new MalformedPatternException();
      }
      return pattern.charAt(at);
    }
  }

  /** The pattern can match nothing. */
  static final class MalformedPatternException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
