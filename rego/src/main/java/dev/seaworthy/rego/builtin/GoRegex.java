package dev.seaworthy.rego.builtin;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Regular expressions as Go's {@code regexp} has them, in time linear to the text. */
final class GoRegex {

  private static final int INSTRUCTIONS_PER_STEP = 4;
  private static final int MAX_LENGTH = 100_000;
  private static final PatternCache<String, Pattern> CACHE = new PatternCache<>(GoRegex::create);

  private static final java.util.regex.Pattern REFERENCE =
      java.util.regex.Pattern.compile(
          "\\$(?:\\$|\\{(\\w+)\\}|(\\w+))", java.util.regex.Pattern.UNICODE_CHARACTER_CLASS);

  private final Call call;
  private final Pattern pattern;

  private GoRegex(Call call, Pattern pattern) {
    this.call = call;
    this.pattern = pattern;
  }

  static GoRegex compile(Call call, String pattern) throws BuiltinException {
    call.spendLength(pattern.length());
    Pattern compiled = CACHE.get(pattern);
    call.spend(compiled.programSize() / INSTRUCTIONS_PER_STEP);
    return new GoRegex(call, compiled);
  }

  static boolean isValid(Call call, String pattern) {
    try {
      compile(call, pattern);
      return true;
    } catch (BuiltinException e) {
      return false;
    }
  }

  private static Pattern create(String pattern) throws BuiltinException {
    Optional<String> complaint =
        pattern.length() > MAX_LENGTH
            ? Optional.of("expression too large")
            : RegexSize.complaint(pattern);
    if (complaint.isPresent()) {
      throw BuiltinException.of("error parsing regexp: " + complaint.get());
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw BuiltinException.of(message(pattern, String.valueOf(e.getMessage())));
    }
  }

  /** RE2/J words some of its messages otherwise than Go. */
  private static String message(String pattern, String message) {
    if (message.contains("stack underflow")) {
      return "error parsing regexp: unexpected ): `" + pattern + "`";
    }
    return message.endsWith("trailing backslash at end of expression") ? message + ": ``" : message;
  }

  boolean matches(String text) throws BuiltinException {
    return matcher(text).find();
  }

  private Matcher matcher(String text) throws BuiltinException {
    call.spend(1 + (long) text.length() * pattern.programSize() / 1024);
    return pattern.matcher(text);
  }

  /** A match: the texts of its groups, empty where a group took no part, and its place. */
  record Match(int start, int end, List<String> groups) {}

  /** The matches that do not overlap, at most so many, or all if the limit is negative. */
  List<Match> find(String text, long limit) throws BuiltinException {
    Matcher matcher = matcher(text);
    List<Match> matches = new ArrayList<>();
    int at = 0;
    int previousEnd = -1;
    while (at <= text.length() && (limit < 0 || matches.size() < limit) && matcher.find(at)) {
      boolean empty = matcher.end() == at;
      if (!empty || matcher.start() != previousEnd) {
        call.spendMembers(1 + matcher.groupCount());
        matches.add(match(matcher));
      }
      previousEnd = matcher.end();
      at = empty ? next(text, at) : matcher.end();
    }
    return matches;
  }

  private static Match match(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? "" : group);
    }
    return new Match(matcher.start(), matcher.end(), groups);
  }

  private static int next(String text, int at) {
    return at < text.length() ? text.offsetByCodePoints(at, 1) : at + 1;
  }

  String replaceAll(String text, String template) throws BuiltinException {
    Matcher matcher = matcher(text);
    StringBuilder out = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (at <= text.length() && matcher.find(at)) {
      out.append(text, copied, matcher.start());
      if (matcher.end() > copied || matcher.start() == 0) {
        String replacement = expanded(template, match(matcher));
        call.spendLength(replacement.length() + 16L);
        call.checkLength((long) out.length() + replacement.length());
        out.append(replacement);
      }
      copied = matcher.end();
      at = Math.max(matcher.end(), next(text, at));
    }
    return out.append(text, copied, text.length()).toString();
  }

  /**
   * Resolves {@code $1}, {@code ${1}}, {@code $name} and {@code $$}; a name is as long as it can
   * be.
   */
  private String expanded(String template, Match match) {
    if (template.indexOf('$') < 0) {
      return template;
    }
    StringBuilder out = new StringBuilder();
    java.util.regex.Matcher reference = REFERENCE.matcher(template);
    int at = 0;
    while (reference.find()) {
      out.append(template, at, reference.start());
      String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
      out.append(reference.group().equals("$$") ? "$" : group(match, name));
      at = reference.end();
    }
    return out.append(template, at, template.length()).toString();
  }

  private String group(Match match, String name) {
    boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number && !(name.length() > 1 && name.startsWith("0"))) {
      int index = name.length() < 9 ? Integer.parseInt(name) : Integer.MAX_VALUE;
      return index < match.groups.size() ? match.groups.get(index) : "";
    }
    Map<String, Integer> names = pattern.namedGroups();
    return names.containsKey(name) ? match.groups.get(names.get(name)) : "";
  }
}
