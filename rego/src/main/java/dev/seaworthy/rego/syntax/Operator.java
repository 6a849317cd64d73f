package dev.seaworthy.rego.syntax;

/** How tightly infix operators bind; all of them group to the left. */
final class Operator {

  static final int NONE = 0;
  static final int RELATION = 1;
  static final int OR = 2;
  static final int AND = 3;
  static final int SUM = 4;
  static final int PRODUCT = 5;

  private Operator() {}

  /** The binding of an operator, {@link #NONE} if a token is none. */
  static int bindingOf(TokenKind kind) {
    return switch (kind) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RELATION;
      case OR -> OR;
      case AND -> AND;
      case PLUS, MINUS -> SUM;
      case TIMES, DIVIDE, REMAINDER -> PRODUCT;
      default -> NONE;
    };
  }
}
