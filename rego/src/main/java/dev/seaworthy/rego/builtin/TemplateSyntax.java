package dev.seaworthy.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a Go template: text, and actions between double braces. */
final class TemplateSyntax {

  private static final Pattern TOKEN =
      Pattern.compile("\\$\\w*|\\.\\w+|\\w[\\w.+-]*|[+-]?[0-9][\\w.+-]*|:=|[|(),=.]");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /**
   * A piece of a template.
   *
   * @param text the text between actions
   * @param tokens the words of an action; empty for text
   * @param spaced for each token, whether space goes before it
   */
  record Piece(String text, List<String> tokens, List<Boolean> spaced) {

    boolean isText() {
      return tokens.isEmpty();
    }
  }

  private TemplateSyntax() {}

  static List<Piece> split(String template) throws BuiltinException {
    List<Piece> pieces = new ArrayList<>();
    boolean trimStart = false;
    int at = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
      int close = close(template, open + 2);
      String action = template.substring(open + 2, close);
      boolean trimEnd = action.length() > 1 && action.startsWith("-") && isSpace(action.charAt(1));
      pieces.add(text(template.substring(at, open), trimStart, trimEnd));
      int last = action.length() - 1;
      trimStart = last > 0 && action.endsWith("-") && isSpace(action.charAt(last - 1));
      action = action.substring(trimEnd ? 1 : 0, trimStart ? last : last + 1).strip();
      if (!action.startsWith("/*")) {
        pieces.add(tokens(action));
      }
      at = close + 2;
    }
    pieces.add(text(template.substring(at), trimStart, false));
    return pieces;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** The place of the braces that close an action, outside of strings and comments. */
  private static int close(String template, int start) throws BuiltinException {
    String action = template.substring(start, Math.min(start + 8, template.length()));
    int at = start;
    if (action.replaceFirst("^-\\s", "").startsWith("/*")) {
      at = template.indexOf("*/", start);
    }
    while (at >= 0 && at < template.length() && !template.startsWith("}}", at)) {
      char c = template.charAt(at);
      boolean quote = c == '"' || c == '\'' || c == '`';
      at = quote ? endOfString(template, at) : at + 1;
    }
    if (at < 0 || at >= template.length()) {
      throw BuiltinException.of("template: template: unclosed action");
    }
    return at;
  }

  private static int endOfString(String template, int start) {
    char quote = template.charAt(start);
    int at = start + 1;
    while (at < template.length() && template.charAt(at) != quote) {
      at += quote != '`' && template.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static Piece text(String text, boolean trimStart, boolean trimEnd) {
    String trimmed = trimStart ? text.stripLeading() : text;
    return new Piece(trimEnd ? trimmed.stripTrailing() : trimmed, List.of(), List.of());
  }

  private static Piece tokens(String action) throws BuiltinException {
    List<String> tokens = new ArrayList<>();
    List<Boolean> spaced = new ArrayList<>();
    Matcher token = TOKEN.matcher(action);
    Matcher space = SPACE.matcher(action);
    int at = 0;
    while (at < action.length()) {
      boolean afterSpace = space.region(at, action.length()).lookingAt();
      at = afterSpace ? space.end() : at;
      if (at == action.length()) {
        break;
      }
      boolean quote = "\"'`".indexOf(action.charAt(at)) >= 0;
      boolean found = quote || token.region(at, action.length()).lookingAt();
      int end = !found ? at : quote ? endOfString(action, at) : token.end();
      if (!found || end > action.length()) {
        throw BuiltinException.of(
            "template: template: unexpected '" + action.charAt(at) + "' in command");
      }
      tokens.add(action.substring(at, end));
      spaced.add(afterSpace);
      at = end;
    }
    if (tokens.isEmpty()) {
      throw BuiltinException.of("template: template: missing value for command");
    }
    return new Piece("", tokens, spaced);
  }
}
