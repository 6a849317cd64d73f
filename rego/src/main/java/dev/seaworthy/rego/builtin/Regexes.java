package dev.seaworthy.rego.builtin;

import com.google.re2j.Pattern;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;

/** Regular expressions. */
final class Regexes {

  private Regexes() {}

  static Family family() {
    return new Family()
        .define("regex.is_valid", Regexes::isValid, Family.STRING)
        .define("regex.match", Regexes::match, Family.STRING, Family.STRING)
        .define("re_match", Regexes::match, Family.STRING, Family.STRING)
        .define("regex.split", Regexes::split, Family.STRING, Family.STRING)
        .define("regex.find_n", Regexes::find, Family.STRING, Family.STRING, Family.NUMBER)
        .define(
            "regex.find_all_string_submatch_n",
            Regexes::findGroups,
            Family.STRING,
            Family.STRING,
            Family.NUMBER)
        .define("regex.replace", Regexes::replace, Family.STRING, Family.STRING, Family.STRING)
        .define(
            "regex.template_match",
            Regexes::templateMatch,
            Family.STRING,
            Family.STRING,
            Family.STRING,
            Family.STRING)
        .define("regex.globs_match", Regexes::globsMatch, Family.STRING, Family.STRING);
  }

  private static RegoBoolean isValid(Call call) {
    return RegoBoolean.of(
        call.value(1) instanceof RegoString pattern && GoRegex.isValid(call, pattern.value()));
  }

  private static RegoBoolean match(Call call) throws BuiltinException {
    String pattern = call.string(1);
    String text = call.string(2);
    return RegoBoolean.of(GoRegex.compile(call, pattern).matches(text));
  }

  private static RegoArray split(Call call) throws BuiltinException {
    String pattern = call.string(1);
    String text = call.string(2);
    List<RegoValue> parts = new ArrayList<>();
    int start = 0;
    int end = 0;
    for (GoRegex.Match match : GoRegex.compile(call, pattern).find(text, -1)) {
      end = match.start();
      if (match.end() > 0) {
        parts.add(new RegoString(text.substring(start, end)));
      }
      start = match.end();
    }
    if (end != text.length() || text.isEmpty() && parts.isEmpty() && !pattern.isEmpty()) {
      parts.add(new RegoString(text.substring(start)));
    }
    return RegoArray.of(parts);
  }

  private static RegoArray find(Call call) throws BuiltinException {
    return RegoArray.of(
        matches(call).stream().map(match -> new RegoString(match.groups().get(0))).toList());
  }

  private static RegoArray findGroups(Call call) throws BuiltinException {
    return RegoArray.of(
        matches(call).stream()
            .map(match -> RegoArray.of(match.groups().stream().map(RegoString::new).toList()))
            .toList());
  }

  private static List<GoRegex.Match> matches(Call call) throws BuiltinException {
    String pattern = call.string(1);
    String text = call.string(2);
    long limit = call.integer(3);
    return GoRegex.compile(call, pattern).find(text, limit);
  }

  private static RegoString replace(Call call) throws BuiltinException {
    String text = call.string(1);
    String pattern = call.string(2);
    String template = call.string(3);
    return new RegoString(GoRegex.compile(call, pattern).replaceAll(text, template));
  }

  private static RegoBoolean templateMatch(Call call) throws BuiltinException {
    String template = call.string(1);
    String text = call.string(2);
    char open = delimiter(call.string(3), "start");
    char close = delimiter(call.string(4), "end");
    return RegoBoolean.of(GoRegex.compile(call, untemplated(template, open, close)).matches(text));
  }

  private static char delimiter(String delimiter, String which) throws BuiltinException {
    int length = RegoBytes.encode(delimiter).length;
    if (length != 1) {
      throw BuiltinException.of(
          which + " delimiter has to be exactly one character long but is " + length + " long");
    }
    return delimiter.charAt(0);
  }

  /** The pattern that takes what is between delimiters as patterns, and the rest literally. */
  private static String untemplated(String template, char open, char close)
      throws BuiltinException {
    StringBuilder pattern = new StringBuilder("^");
    int level = 0;
    int start = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == open && ++level == 1) {
        pattern.append(Pattern.quote(template.substring(start, i)));
        start = i + 1;
      } else if (c == close && c != open && --level == 0) {
        pattern.append('(').append(template, start, i).append(')');
        start = i + 1;
      }
      if (level < 0) {
        throw unbalanced(template);
      }
    }
    if (level != 0) {
      throw unbalanced(template);
    }
    return pattern.append(Pattern.quote(template.substring(start))).append('$').toString();
  }

  private static BuiltinException unbalanced(String template) {
    return BuiltinException.of("unbalanced braces in " + new RegoString(template));
  }

  private static RegoBoolean globsMatch(Call call) throws BuiltinException {
    String first = call.string(1);
    String second = call.string(2);
    return RegoBoolean.of(GlobIntersection.intersect(call, first, second));
  }
}
