package dev.seaworthy.rego.builtin;

import com.google.re2j.Pattern;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;

/** Globs, as the Go library gobwas/glob has them: turned into regular expressions. */
final class Globs {

  private static final ArgumentType DELIMITERS = ArgumentType.of("null", "array");
  private static final String SPECIAL = "*?\\[]{}";

  private record Glob(String pattern, String delimiters) {}

  private static final PatternCache<Glob, String> CACHE =
      new PatternCache<>(glob -> new Globs(glob).regex());

  private final int[] input;
  private final String single;
  private final StringBuilder regex = new StringBuilder("(?s)\\A");
  private int at;
  private int level;

  private Globs(Glob glob) {
    this.input = glob.pattern.codePoints().toArray();
    this.single = glob.delimiters.isEmpty() ? "." : "[^" + escapedForSet(glob.delimiters) + "]";
  }

  static Family family() {
    return new Family()
        .define("glob.match", Globs::match, Family.STRING, DELIMITERS, Family.STRING)
        .define("glob.quote_meta", Globs::quoteMeta, Family.STRING);
  }

  private static RegoBoolean match(Call call) throws BuiltinException {
    String pattern = call.string(1);
    String delimiters = delimiters(call);
    String text = call.string(3);
    String regex = CACHE.get(new Glob(pattern, delimiters));
    return RegoBoolean.of(GoRegex.compile(call, regex).matches(text));
  }

  /** None if null, a dot if none are given. */
  private static String delimiters(Call call) throws BuiltinException {
    if (call.value(2) == RegoNull.NULL) {
      return "";
    }
    if (!(call.value(2) instanceof RegoArray array)) {
      throw call.wrongType(2, "array", "null");
    }
    StringBuilder delimiters = new StringBuilder();
    for (RegoValue item : array) {
      if (!(item instanceof RegoString string)) {
        throw Call.wrongElement(2, array, item, "string");
      }
      if (string.value().codePointCount(0, string.value().length()) != 1) {
        throw Call.wrongElement(2, array, item, "rune");
      }
      delimiters.append(string.value());
    }
    return delimiters.isEmpty() ? "." : delimiters.toString();
  }

  private static RegoString quoteMeta(Call call) throws BuiltinException {
    StringBuilder quoted = new StringBuilder();
    for (char c : call.string(1).toCharArray()) {
      quoted.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return new RegoString(quoted.toString());
  }

  private String regex() throws BuiltinException {
    while (at < input.length) {
      element(input[at++]);
    }
    if (level > 0) {
      throw syntaxError("unclosed `{`");
    }
    return regex.append("\\z").toString();
  }

  private void element(int c) throws BuiltinException {
    switch (c) {
      case '*' -> {
        boolean any = at < input.length && input[at] == '*';
        at += any ? 1 : 0;
        regex.append(any ? ".*" : single + "*");
      }
      case '?' -> regex.append(single);
      case '[' -> set();
      case '{' -> {
        level++;
        regex.append("(?:");
      }
      case '}' -> {
        regex.append(level > 0 ? ")" : "\\}");
        level -= level > 0 ? 1 : 0;
      }
      case ',' -> regex.append(level > 0 ? "|" : ",");
      case '\\' -> {
        if (at == input.length) {
          throw syntaxError("trailing backslash");
        }
        literal(input[at++]);
      }
      default -> literal(c);
    }
  }

  private BuiltinException syntaxError(String message) {
    return BuiltinException.of("glob: syntax error at " + at + ": " + message);
  }

  private void literal(int c) {
    regex.append(Pattern.quote(Character.toString(c)));
  }

  /** One range, or a list of characters, in which a hyphen is one of them. */
  private void set() throws BuiltinException {
    boolean not = at < input.length && input[at] == '!';
    at += not ? 1 : 0;
    if (at >= input.length) {
      throw syntaxError("unexpected end of input");
    }
    String inner = at + 1 < input.length && input[at + 1] == '-' ? range() : escapedForSet(list());
    if (at >= input.length) {
      throw syntaxError("unexpected end of input");
    }
    if (input[at++] != ']') {
      throw syntaxError("expected close range character");
    }
    regex.append(not ? "[^" : "[").append(inner).append(']');
  }

  private String range() throws BuiltinException {
    int low = input[at];
    at += 2;
    if (at >= input.length) {
      throw syntaxError("unexpected end of input");
    }
    int high = input[at++];
    String from = Character.toString(low);
    String to = Character.toString(high);
    if (at >= input.length) {
      throw syntaxError("unexpected end of input");
    }
    if (high < low) {
      at++;
      throw syntaxError("range hi character is less than lo");
    }
    return escapedForSet(from) + "-" + escapedForSet(to);
  }

  private String list() throws BuiltinException {
    StringBuilder list = new StringBuilder();
    while (at < input.length && input[at] != ']') {
      if (input[at] == '\\' && ++at == input.length) {
        break;
      }
      list.appendCodePoint(input[at++]);
    }
    if (list.isEmpty()) {
      at++;
      throw syntaxError("could not parse range");
    }
    return list.toString();
  }

  private static String escapedForSet(String characters) {
    StringBuilder escaped = new StringBuilder();
    characters
        .codePoints()
        .forEach(
            c -> {
              boolean plain = c >= 0x80 || Character.isLetterOrDigit(c);
              escaped.append(plain ? "" : "\\").appendCodePoint(c);
            });
    return escaped.toString();
  }
}
