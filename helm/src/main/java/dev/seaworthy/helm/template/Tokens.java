package dev.seaworthy.helm.template;

import dev.seaworthy.helm.template.Token.Kind;
import java.util.List;

/** The tokens of a template while they are read, and how deep reading is. */
final class Tokens {

  /** Far deeper than what people write; keeps readers of the result from running out of stack. */
  static final int MAXIMUM_DEPTH = 200;

  private final List<Token> tokens;
  private int at;
  private int depth;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The token after the next, or the last one. */
  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  /** Reads a token; at the end it is the end, however often it is read. */
  Token next() {
    Token token = peek();
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  boolean accept(Kind kind) {
    boolean found = peek().is(kind);
    if (found) {
      next();
    }
    return found;
  }

  boolean acceptWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      next();
    }
    return found;
  }

  Token expect(Kind kind, String context) throws TemplateSyntaxException {
    if (!peek().is(kind)) {
      throw peek().unexpected(context);
    }
    return next();
  }

  /** The end of the token that was read last. */
  int lastEnd() {
    return tokens.get(at - 1).end();
  }

  void enter(Token token) throws TemplateSyntaxException {
    if (++depth > MAXIMUM_DEPTH) {
      throw new TemplateSyntaxException(token.start(), "nested too deeply");
    }
  }

  void leave() {
    depth--;
  }

  TemplateSyntaxException error(String message) {
    return new TemplateSyntaxException(peek().start(), message);
  }
}
