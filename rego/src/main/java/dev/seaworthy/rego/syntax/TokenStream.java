package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a text and a place among them.
 *
 * <p>Knows which keywords are switched on: the others are identifiers.
 */
final class TokenStream {

  static final String ERROR_CODE = "rego_parse_error";

  /**
   * How deep terms and bodies may be nested, so that no text overflows the stack of a thread, here
   * or wherever a tree is walked.
   */
  static final int MAX_DEPTH = 500;

  private final String file;
  private final String text;
  private final List<Token> tokens;
  private final Set<TokenKind> futureKeywords = EnumSet.noneOf(TokenKind.class);

  private int position;
  private int named = -1;
  private int depth;
  private int wildcards;

  TokenStream(String file, String text, List<Token> tokens, RegoVersion version) {
    this.file = file;
    this.text = text;
    this.tokens = tokens;
    if (version == RegoVersion.V1) {
      switchOnAllKeywords();
    }
  }

  void switchOnAllKeywords() {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isFutureKeyword()) {
        futureKeywords.add(kind);
      }
    }
  }

  void switchOn(TokenKind keyword) {
    futureKeywords.add(keyword);
    if (keyword == TokenKind.EVERY) {
      futureKeywords.add(TokenKind.IN);
    }
  }

  /** The token here. */
  Token token() {
    return tokens.get(position);
  }

  /** The kind of the token here. */
  TokenKind kind() {
    return position == named ? TokenKind.IDENTIFIER : kindOf(token());
  }

  private TokenKind kindOf(Token token) {
    TokenKind kind = token.kind();
    return kind.isFutureKeyword() && !futureKeywords.contains(kind) ? TokenKind.IDENTIFIER : kind;
  }

  boolean at(TokenKind kind) {
    return kind() == kind;
  }

  boolean atKeyword() {
    return kind().isKeyword();
  }

  /** Whether the token here follows the one before it without any space. */
  boolean adjoins() {
    return !token().spaced();
  }

  /** Steps over the token here and returns it. */
  Token next() {
    Token token = token();
    if (token.kind() != TokenKind.EOF) {
      position++;
    }
    return token;
  }

  boolean accept(TokenKind kind) {
    boolean here = at(kind);
    if (here) {
      next();
    }
    return here;
  }

  /** Whether a keyword is here that is the head of a reference: {@code in.x}. */
  boolean atKeywordAsName() {
    if (!atKeyword()) {
      return false;
    }
    Token following = tokens.get(position + 1);
    boolean step = following.kind() == TokenKind.DOT || following.kind() == TokenKind.LEFT_BRACKET;
    return step && !following.spaced();
  }

  /** Takes the keyword here for a name. */
  void readAsName() {
    named = position;
  }

  /** Whether a name is here, which a keyword that is the head of a reference counts as from now. */
  boolean atName() {
    if (atKeywordAsName()) {
      readAsName();
    }
    return at(TokenKind.IDENTIFIER);
  }

  /** A place to come back to. */
  Mark mark() {
    return new Mark(position, depth);
  }

  void reset(Mark mark) {
    position = mark.position;
    depth = mark.depth;
  }

  int position() {
    return position;
  }

  void moveTo(int place) {
    position = place;
  }

  /** Goes one level down; every text has a deepest one. */
  void enter() {
    checkDepth(1);
    depth++;
  }

  void leave() {
    depth--;
  }

  /** Fails if a tree that is built here gets too deep by some levels more. */
  void checkDepth(int more) {
    if (depth + more > MAX_DEPTH) {
      throw failure(token(), "max parsing recursion depth exceeded");
    }
  }

  String freshWildcard() {
    return "$" + wildcards++;
  }

  /** From a token to the one before the place here. */
  RegoLocation since(Token start) {
    int end = position == 0 ? start.end() : Math.max(start.end(), tokens.get(position - 1).end());
    return location(start, end);
  }

  RegoLocation location(Token token) {
    return location(token, token.end());
  }

  private RegoLocation location(Token start, int end) {
    return new RegoLocation(file, start.row(), start.column(), start.start(), end - start.start());
  }

  /** The text at a location. */
  String textAt(RegoLocation location) {
    return text.substring(location.offset(), location.offset() + location.length());
  }

  /** The error that the token here cannot stand here. */
  ParseFailure unexpected() {
    return failure(token(), describe());
  }

  /** The error that the token here cannot stand here, and what could. */
  ParseFailure unexpected(String note) {
    String what = describe();
    boolean illegal = at(TokenKind.ILLEGAL);
    return failure(token(), illegal ? what : what + ": " + note);
  }

  private String describe() {
    if (at(TokenKind.ILLEGAL)) {
      return token().text().isEmpty() ? "illegal token" : token().text();
    }
    return "unexpected " + kind() + (atKeyword() ? " keyword" : " token");
  }

  ParseFailure failure(Token token, String message) {
    return failure(location(token), message);
  }

  ParseFailure failure(RegoLocation location, String message) {
    return new ParseFailure(RegoError.at(location, ERROR_CODE, message), false);
  }

  /** The error that a statement makes no sense, all of it having been read. */
  ParseFailure senseless(RegoLocation location, String message) {
    return new ParseFailure(RegoError.at(location, ERROR_CODE, message), true);
  }

  /** A place among the tokens. */
  record Mark(int position, int depth) {}
}
