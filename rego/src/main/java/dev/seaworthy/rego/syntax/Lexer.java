package dev.seaworthy.rego.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cuts a text into tokens. Never fails: what is no token is an illegal one. */
final class Lexer {

  private final SourceReader in;
  private final LiteralScanner literals;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();

  /** The interpolated strings around here, the innermost first. */
  private final Deque<OpenTemplate> templates = new ArrayDeque<>();

  private boolean spaced;
  private boolean onNewLine;
  private int start;
  private int row;
  private int column;

  Lexer(String text) {
    this.in = new SourceReader(text);
    this.literals = new LiteralScanner(in);
  }

  /** The tokens; the last one is the end of the text. */
  List<Token> tokens() {
    skipSpace();
    while (!in.atEnd()) {
      mark();
      scan();
      skipSpace();
    }
    addEnd();
    return tokens;
  }

  /** The comments among the tokens, once these have been read. */
  List<Comment> comments() {
    return comments;
  }

  private void mark() {
    start = in.offset();
    row = in.row();
    column = in.column();
  }

  private void skipSpace() {
    while (true) {
      char c = in.current();
      if (c == '\n') {
        onNewLine = true;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
      spaced = true;
      in.advance();
    }
  }

  private void add(TokenKind kind, String text) {
    tokens.add(new Token(kind, text, start, in.offset(), row, column, spaced, onNewLine));
    spaced = false;
    onNewLine = false;
  }

  private void add(TokenKind kind) {
    add(kind, "");
  }

  private void addLiteral(TokenKind kind, String text) {
    String problem = literals.takeProblem();
    if (problem.isEmpty()) {
      add(kind, text);
    } else {
      add(TokenKind.ILLEGAL, problem);
    }
  }

  private void scan() {
    char c = in.current();
    if (isLetter(c)) {
      scanWord();
    } else if (isDecimal(c)) {
      addLiteral(TokenKind.NUMBER, literals.number());
    } else {
      String problem = in.complaint();
      in.advance();
      scanSign(c, problem);
    }
  }

  /** As OPA does, puts the end on the last character of an unfinished line. */
  private void addEnd() {
    mark();
    column = Math.max(1, column - 1);
    add(TokenKind.EOF);
  }

  private void scanWord() {
    while (isLetter(in.current()) || isDigit(in.codePoint())) {
      in.advance();
    }
    String word = in.since(start);
    add(TokenKind.ofWord(word), word);
  }

  private void scanSign(char c, String problem) {
    switch (c) {
      case '#' -> scanComment();
      case '"' -> addLiteral(TokenKind.STRING, literals.string());
      case '`' -> addLiteral(TokenKind.STRING, literals.rawString());
      case '$' -> scanTemplate();
      case '[' -> add(TokenKind.LEFT_BRACKET);
      case ']' -> add(TokenKind.RIGHT_BRACKET);
      case '{' -> openBrace();
      case '}' -> closeBrace();
      case '(' -> add(TokenKind.LEFT_PAREN);
      case ')' -> add(TokenKind.RIGHT_PAREN);
      case ',' -> add(TokenKind.COMMA);
      case '.' -> add(TokenKind.DOT);
      case ';' -> add(TokenKind.SEMICOLON);
      case '+' -> add(TokenKind.PLUS);
      case '-' -> add(TokenKind.MINUS);
      case '*' -> add(TokenKind.TIMES);
      case '/' -> add(TokenKind.DIVIDE);
      case '%' -> add(TokenKind.REMAINDER);
      case '&' -> add(TokenKind.AND);
      case '|' -> add(TokenKind.OR);
      case ':' -> add(in.accept('=') ? TokenKind.ASSIGN : TokenKind.COLON);
      case '=' -> add(in.accept('=') ? TokenKind.EQUAL : TokenKind.UNIFY);
      case '<' -> add(in.accept('=') ? TokenKind.LESS_OR_EQUAL : TokenKind.LESS);
      case '>' -> add(in.accept('=') ? TokenKind.GREATER_OR_EQUAL : TokenKind.GREATER);
      case '!' -> {
        if (in.accept('=')) {
          add(TokenKind.NOT_EQUAL);
        } else {
          add(TokenKind.ILLEGAL, "illegal ! character");
        }
      }
      default -> add(TokenKind.ILLEGAL, problem);
    }
  }

  private void scanComment() {
    String problem = "";
    while (!in.atEnd() && !in.at('\n')) {
      problem = problem.isEmpty() ? in.complaint() : problem;
      in.advance();
    }
    if (!problem.isEmpty()) {
      add(TokenKind.ILLEGAL, problem);
      return;
    }
    String text = in.since(start + 1);
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    comments.add(new Comment(text, start, row, column));
    spaced = true;
  }

  private void scanTemplate() {
    boolean raw = in.at('`');
    if (!raw && !in.at('"')) {
      add(TokenKind.ILLEGAL, "illegal $ character");
      return;
    }
    in.advance();
    String text = literals.template(raw);
    boolean open = literals.stoppedAtExpression();
    addLiteral(open ? TokenKind.TEMPLATE_START : TokenKind.TEMPLATE, text);
    if (open) {
      templates.push(new OpenTemplate(raw));
    }
  }

  private void openBrace() {
    if (!templates.isEmpty()) {
      templates.element().braces++;
    }
    add(TokenKind.LEFT_BRACE);
  }

  private void closeBrace() {
    if (templates.isEmpty() || templates.element().braces-- > 0) {
      add(TokenKind.RIGHT_BRACE);
      return;
    }
    OpenTemplate template = templates.pop();
    String text = literals.template(template.raw);
    boolean open = literals.stoppedAtExpression();
    addLiteral(open ? TokenKind.TEMPLATE_MIDDLE : TokenKind.TEMPLATE_END, text);
    if (open) {
      templates.push(new OpenTemplate(template.raw));
    }
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  static boolean isDecimal(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a character may stand within a word: digits of all scripts may. */
  static boolean isDigit(int codePoint) {
    return Character.isDigit(codePoint);
  }

  /** An interpolated string whose expression is being read. */
  private static final class OpenTemplate {
    private final boolean raw;
    private int braces;

    OpenTemplate(boolean raw) {
      this.raw = raw;
    }
  }
}
