package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoLocation;
import java.util.List;

/** Finds where to go on after an error. */
final class Recovery {

  private final List<Token> tokens;

  Recovery(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The next place after an error that looks like the begin of a rule: a word at the begin of a
   * line, outside all brackets that were opened since the statement began. The end of the text if
   * there is none.
   *
   * @param statement the first token of the statement with the error
   */
  int after(RegoError error, int statement) {
    int offset = error.location().map(RegoLocation::offset).orElse(0);
    int open = 0;
    for (int i = statement; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      boolean word = token.kind() == TokenKind.IDENTIFIER || token.kind().isKeyword();
      boolean begin = word && token.onNewLine() && token.column() == 1;
      if (begin && i > statement && token.start() > offset && open <= 0) {
        return i;
      }
      open += change(token.kind());
    }
    return tokens.size() - 1;
  }

  private static int change(TokenKind kind) {
    return switch (kind) {
      case LEFT_BRACE, LEFT_BRACKET, LEFT_PAREN, TEMPLATE_START -> 1;
      case RIGHT_BRACE, RIGHT_BRACKET, RIGHT_PAREN, TEMPLATE_END -> -1;
      default -> 0;
    };
  }
}
