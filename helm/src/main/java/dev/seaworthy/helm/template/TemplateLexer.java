package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into text, comments, delimiters and what stands between them, as <a
 * href="https://pkg.go.dev/text/template">Go's text/template</a> does.
 */
final class TemplateLexer {

  private static final String REAL =
      "[+-]?+(?:0[xX][0-9a-fA-F_]*+(?:\\.[0-9a-fA-F_]*+)?+(?:[pP][+-]?+[0-9_]*+)?+"
          + "|0[oO][0-7_]*+|0[bB][01_]*+"
          + "|[0-9_]*+(?:\\.[0-9_]*+)?+(?:[eE][+-]?+[0-9_]*+)?+)";
  private static final Pattern NUMBER =
      Pattern.compile(REAL + "(?:(?=[+-])" + REAL + "(?=i))?+i?+");

  private final String text;
  private final Matcher number;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  TemplateLexer(String text) {
    this.text = text;
    this.number = NUMBER.matcher(text);
  }

  /** The tokens; the last one is the end of the template. */
  List<Token> tokens() throws TemplateSyntaxException {
    while (at < text.length()) {
      int open = text.indexOf("{{", at);
      int end = open < 0 ? text.length() : open;
      if (end > at) {
        add(Kind.TEXT, end, false);
      }
      if (open >= 0) {
        scanAction();
      }
    }
    add(Kind.END, at, false);
    return tokens;
  }

  private void add(Kind kind, int end, boolean spaced) {
    add(kind, end, text.substring(at, end), spaced);
  }

  private void add(Kind kind, int end, String value, boolean spaced) {
    tokens.add(new Token(kind, at, end, value, spaced));
    at = end;
  }

  private TemplateSyntaxException error(int offset, String message) {
    return new TemplateSyntaxException(offset, message);
  }

  private void scanAction() throws TemplateSyntaxException {
    boolean trims = charAt(at + 2) == '-' && isSpace(charAt(at + 3));
    int inside = trims ? at + 4 : at + 2;
    if (text.startsWith("/*", inside)) {
      scanComment(inside);
      return;
    }
    int open = at;
    add(Kind.OPEN, at + (trims ? 3 : 2), trims);
    at = inside;
    boolean spaced = trims;
    while (!scanClose()) {
      if (at >= text.length()) {
        throw error(open, "unclosed action");
      }
      if (isSpace(charAt(at))) {
        at++;
        spaced = true;
      } else {
        scanToken(spaced);
        spaced = false;
      }
    }
  }

  private void scanComment(int start) throws TemplateSyntaxException {
    int star = text.indexOf("*/", start + 2);
    if (star < 0) {
      throw error(at, "unclosed comment");
    }
    int close = star + 2;
    if (isSpace(charAt(close)) && text.startsWith("-}}", close + 1)) {
      close += 2;
    } else if (!text.startsWith("}}", close)) {
      throw error(at, "comment ends before closing delimiter");
    }
    add(Kind.COMMENT, close + 2, false);
  }

  private boolean scanClose() {
    if (text.startsWith("}}", at)) {
      add(Kind.CLOSE, at + 2, false);
      return true;
    }
    if (isSpace(charAt(at)) && text.startsWith("-}}", at + 1)) {
      at++;
      add(Kind.CLOSE, at + 3, true);
      return true;
    }
    return false;
  }

  private void scanToken(boolean spaced) throws TemplateSyntaxException {
    char c = charAt(at);
    switch (c) {
      case '"' -> addString(endOfQuoted(c), spaced);
      case '`' -> addString(endOfRaw(), spaced);
      case '\'' -> add(Kind.NUMBER, endOfQuoted(c), spaced);
      case '(' -> add(Kind.LEFT_PAREN, at + 1, spaced);
      case ')' -> add(Kind.RIGHT_PAREN, at + 1, spaced);
      case '|' -> add(Kind.PIPE, at + 1, spaced);
      case ',' -> add(Kind.COMMA, at + 1, spaced);
      case '=' -> add(Kind.ASSIGN, at + 1, spaced);
      case '$' -> add(Kind.VARIABLE, endOfWord(at + 1), spaced);
      case ':' -> scanDeclare(spaced);
      case '.' -> scanDot(spaced);
      default -> scanWordOrNumber(spaced);
    }
  }

  private void scanDeclare(boolean spaced) throws TemplateSyntaxException {
    if (charAt(at + 1) != '=') {
      throw error(at, "expected ':='");
    }
    add(Kind.DECLARE, at + 2, spaced);
  }

  private void scanDot(boolean spaced) throws TemplateSyntaxException {
    if (isDigit(charAt(at + 1))) {
      scanNumber(spaced);
      return;
    }
    int end = endOfWord(at + 1);
    String name = text.substring(at + 1, end);
    add(name.isEmpty() ? Kind.DOT : Kind.FIELD, end, name.isEmpty() ? "." : name, spaced);
  }

  private void scanWordOrNumber(boolean spaced) throws TemplateSyntaxException {
    char c = charAt(at);
    if (isDigit(c) || c == '+' || c == '-') {
      scanNumber(spaced);
    } else if (isWordPart(at)) {
      add(Kind.WORD, endOfWord(at), spaced);
    } else {
      throw error(at, "unrecognized character " + Character.getName(text.codePointAt(at)));
    }
  }

  private void scanNumber(boolean spaced) throws TemplateSyntaxException {
    number.region(at, text.length());
    int end = number.lookingAt() ? number.end() : at;
    boolean hasDigit = text.substring(at, end).chars().anyMatch(c -> c >= '0' && c <= '9');
    if (!hasDigit || isWordPart(end)) {
      throw error(at, "malformed number");
    }
    add(Kind.NUMBER, end, spaced);
  }

  private void addString(int end, boolean spaced) throws TemplateSyntaxException {
    add(Kind.STRING, end, GoString.value(text, at, end), spaced);
  }

  private int endOfQuoted(char quote) throws TemplateSyntaxException {
    int i = at + 1;
    while (charAt(i) != quote) {
      i += charAt(i) == '\\' ? 2 : 1;
      if (i >= text.length() || charAt(i) == '\n' || charAt(i - 1) == '\n') {
        throw error(at, "unterminated quoted string");
      }
    }
    return i + 1;
  }

  private int endOfRaw() throws TemplateSyntaxException {
    int end = text.indexOf('`', at + 1);
    if (end < 0) {
      throw error(at, "unterminated raw quoted string");
    }
    return end + 1;
  }

  /** The end of the letters and digits, after which no other part of a name may follow. */
  private int endOfWord(int start) throws TemplateSyntaxException {
    int end = start;
    while (isWordPart(end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    boolean terminated =
        end >= text.length()
            || isSpace(charAt(end))
            || ".,|:)(".indexOf(charAt(end)) >= 0
            || text.startsWith("}}", end);
    if (!terminated) {
      throw error(end, "bad character " + Character.getName(text.codePointAt(end)));
    }
    return end;
  }

  private boolean isWordPart(int index) {
    if (index >= text.length()) {
      return false;
    }
    int c = text.codePointAt(index);
    return c == '_' || Character.isLetter(c) || Character.isDigit(c);
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
