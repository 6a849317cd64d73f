package dev.seaworthy.model;

import java.util.regex.Pattern;

/** Text in a field that another tool replaces before the API server sees it. */
public final class Placeholder {

  private static final Pattern ANY = Pattern.compile("\\$[{(]|\\{\\{|<%|%%|__\\w+__");

  private Placeholder() {}

  /**
   * Whether a text is, or holds, what such a tool replaces: {@code ${NAME}} of envsubst and Flux,
   * {@code $(NAME)}, {@code {{ name }}}, {@code <% name %>}, {@code %%name%%} or {@code __NAME__}.
   *
   * @param text the value of a field, as YAML reads it
   * @return whether the value that will be there in the end is not known
   */
  public static boolean isIn(String text) {
    return ANY.matcher(text).find();
  }
}
