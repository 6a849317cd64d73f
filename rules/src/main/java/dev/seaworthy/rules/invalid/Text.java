package dev.seaworthy.rules.invalid;

import java.util.regex.Pattern;

/** Text in fields that something else may still replace. */
final class Text {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$[{(]|\\{\\{|<%|%%|__\\w+__");

  private Text() {}

  /**
   * Whether a text is, or holds, a variable of a tool that runs before the API server sees it, such
   * as {@code ${NAME}}, {@code $(NAME)} or {@code {{ name }}}.
   */
  static boolean isVariable(String text) {
    return PLACEHOLDER.matcher(text).find();
  }
}
