package dev.seaworthy.rego.builtin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether some text matches two patterns of characters, dots and sets, each of which may be
 * followed by {@code *} or {@code +}.
 */
final class GlobIntersection {

  private static final BitSet ANY = new BitSet();

  static {
    ANY.set(0, Character.MAX_CODE_POINT + 1);
  }

  /**
   * One place of a pattern.
   *
   * @param characters the characters that it takes
   * @param repeated whether it takes any number of them, or none
   */
  private record Token(BitSet characters, boolean repeated) {

    boolean meets(Token other) {
      return characters == ANY
          || other.characters == ANY
          || characters.intersects(other.characters);
    }
  }

  private final Call call;
  private final String pattern;
  private final int[] input;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private GlobIntersection(Call call, String pattern) {
    this.call = call;
    this.pattern = pattern;
    this.input = pattern.codePoints().toArray();
  }

  static boolean intersect(Call call, String first, String second) throws BuiltinException {
    List<Token> a = new GlobIntersection(call, first).parse();
    List<Token> b = new GlobIntersection(call, second).parse();
    boolean[][] reached = new boolean[a.size() + 1][];
    for (int i = 0; i <= a.size(); i++) {
      call.spend(b.size());
      reached[i] = new boolean[b.size() + 1];
    }
    reached[0][0] = true;
    for (int i = 0; i <= a.size(); i++) {
      for (int j = 0; j <= b.size(); j++) {
        if (reached[i][j]) {
          call.spend(1);
          advance(a, b, i, j, reached);
        }
      }
    }
    return reached[a.size()][b.size()];
  }

  /** Marks what can follow a pair of places; all of it comes later in the order of the loops. */
  private static void advance(List<Token> a, List<Token> b, int i, int j, boolean[][] reached) {
    if (i < a.size() && a.get(i).repeated) {
      reached[i + 1][j] = true;
    }
    if (j < b.size() && b.get(j).repeated) {
      reached[i][j + 1] = true;
    }
    if (i < a.size() && j < b.size() && a.get(i).meets(b.get(j))) {
      reached[a.get(i).repeated ? i : i + 1][b.get(j).repeated ? j : j + 1] = true;
    }
  }

  private List<Token> parse() throws BuiltinException {
    while (at < input.length) {
      BitSet characters = characters();
      int flag = at < input.length ? input[at] : 0;
      if (flag == '+') {
        tokens.add(new Token(characters, false));
      }
      boolean repeated = flag == '+' || flag == '*';
      tokens.add(new Token(characters, repeated));
      at += repeated ? 1 : 0;
    }
    return tokens;
  }

  private BitSet characters() throws BuiltinException {
    int c = input[at++];
    BitSet characters = new BitSet();
    switch (c) {
      case '.' -> {
        return ANY;
      }
      case '[' -> set(characters);
      case ']' -> throw invalid("set-close ']' with no preceding '['");
      case '+', '*' ->
          throw invalid("flag '" + Character.toString(c) + "' must be preceded by a non-flag");
      case '\\' -> characters.set(escaped());
      default -> characters.set(c);
    }
    return characters;
  }

  private int escaped() throws BuiltinException {
    if (at == input.length) {
      at--;
      throw invalid("input ends with a \\ (escape) character");
    }
    return input[at++];
  }

  private void set(BitSet characters) throws BuiltinException {
    int previous = -1;
    while (at < input.length) {
      int c = input[at++];
      if (c == ']') {
        return;
      }
      if (c == '-') {
        if (previous < 0) {
          throw invalid("range character '-' must be preceded by a Unicode character");
        }
        characters.set(previous, rangeEnd(previous) + 1);
        call.spend(characters.length() / Long.SIZE);
        previous = -1;
      } else {
        previous = c == '\\' ? escaped() : c;
        characters.set(previous);
        call.spend(1);
      }
    }
    throw invalid("found [ without matching ]");
  }

  private int rangeEnd(int start) throws BuiltinException {
    if (at >= input.length - 1) {
      throw invalid("range character '-' must be followed by a Unicode character");
    }
    int c = input[at++];
    if (c == ']' || c == '-') {
      throw invalid("range character '-' cannot be followed by a special symbol");
    }
    int end = c == '\\' ? escaped() : c;
    if (end < start) {
      throw invalid(
          "range is out of order: '%s' comes before '%s' in Unicode"
              .formatted(Character.toString(end), Character.toString(start)));
    }
    return end;
  }

  private BuiltinException invalid(String problem) {
    return BuiltinException.of(
        "input:%s, pos:%d, %s: the input provided is invalid".formatted(pattern, at, problem));
  }
}
