package dev.seaworthy.rego.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a Go template: text, and actions between double braces. */
final class TemplateSyntax {

  private static final Pattern ACTION =
      Pattern.compile(
          "\\{\\{(- )?(?:(/\\*.*?\\*/)|((?:\"(?:\\\\.|[^\"\\\\\n])*\"|`[^`]*`|'(?:\\\\.|[^'\\\\\n])+'|(?!-?\\}\\})[^\"`'])*?))( -)?\\}\\}",
          Pattern.DOTALL);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|'(?:\\\\.|[^'\\\\])+'|\\$\\w*|\\.\\w+|\\w[\\w.+-]*"
              + "|[+-]?[0-9][\\w.+-]*|:=|[|(),=.]");
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
    Matcher action = ACTION.matcher(template);
    int at = 0;
    boolean trimStart = false;
    while (action.find()) {
      String text = template.substring(at, action.start());
      pieces.add(text(text, trimStart, action.group(1) != null));
      if (action.group(2) == null) {
        pieces.add(tokens(action.group(3)));
      }
      trimStart = action.group(4) != null;
      at = action.end();
    }
    String rest = template.substring(at);
    if (rest.contains("{{")) {
      throw BuiltinException.of("template: template: unclosed action");
    }
    pieces.add(text(rest, trimStart, false));
    return pieces;
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
      if (!token.region(at, action.length()).lookingAt()) {
        throw BuiltinException.of(
            "template: template: unexpected '" + action.charAt(at) + "' in command");
      }
      tokens.add(token.group());
      spaced.add(afterSpace);
      at = token.end();
    }
    if (tokens.isEmpty()) {
      throw BuiltinException.of("template: template: missing value for command");
    }
    return new Piece("", tokens, spaced);
  }
}
