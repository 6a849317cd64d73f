package dev.seaworthy.helm.render;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as templates and messages name them. */
final class ValuePath {

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*";
  private static final Pattern READ =
      Pattern.compile("\\.Values\\.(" + NAME + "(?:\\." + NAME + ")*)");
  private static final Pattern OPTION =
      Pattern.compile("--set(?:-string)?[ =](" + NAME + "(?:\\." + NAME + ")*)=");
  private static final Pattern DOTTED =
      Pattern.compile("(?:^|[\\s'\"`(])(" + NAME + "(?:\\." + NAME + ")+)(?=$|[\\s'\"`),:])");
  private static final Pattern DEPENDENCY = Pattern.compile("/charts/([^/]+)(?=/)");

  private ValuePath() {}

  /**
   * The value that an expression or a message of a template names.
   *
   * @param template the template whose values are meant
   */
  static Optional<String> readIn(String text, String template) {
    Matcher read = READ.matcher(text);
    return read.find() ? Optional.of(fromTop(read.group(1), template)) : Optional.empty();
  }

  /** The value that somebody's words are about, if they name one. */
  static Optional<String> meantBy(String message, String template) {
    Optional<String> read = readIn(message, template);
    if (read.isPresent()) {
      return read;
    }
    for (Pattern pattern : new Pattern[] {OPTION, DOTTED}) {
      Matcher named = pattern.matcher(message);
      if (named.find()) {
        return Optional.of(named.group(1));
      }
    }
    return Optional.empty();
  }

  /** A value of the template's chart, as the outermost chart's values have it. */
  private static String fromTop(String value, String template) {
    if (value.startsWith("global.")) {
      return value;
    }
    StringBuilder path = new StringBuilder();
    Matcher dependency = DEPENDENCY.matcher(template);
    while (dependency.find()) {
      path.append(dependency.group(1)).append('.');
    }
    return path.append(value).toString();
  }
}
