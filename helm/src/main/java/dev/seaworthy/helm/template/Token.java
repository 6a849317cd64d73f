package dev.seaworthy.helm.template;

import java.util.Set;

/**
 * A piece of a template.
 *
 * @param value the value of a string, the name of a field without its dot, otherwise as written
 * @param spaced whether white space stands before it; for a delimiter, whether it trims
 */
record Token(Kind kind, int start, int end, String value, boolean spaced) {

  enum Kind {
    TEXT,
    COMMENT,
    OPEN,
    CLOSE,
    WORD,
    DOT,
    FIELD,
    VARIABLE,
    STRING,
    NUMBER,
    LEFT_PAREN,
    RIGHT_PAREN,
    PIPE,
    DECLARE,
    ASSIGN,
    COMMA,
    END
  }

  private static final Set<String> KEYWORDS =
      Set.of(
          "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

  private static final Set<String> CONSTANTS = Set.of("true", "false", "nil");

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && value.equals(word);
  }

  boolean isKeyword() {
    return kind == Kind.WORD && KEYWORDS.contains(value);
  }

  boolean isConstant() {
    return kind == Kind.NUMBER || kind == Kind.WORD && CONSTANTS.contains(value);
  }

  /** Whether a value can start with it. */
  boolean startsOperand() {
    return switch (kind) {
      case WORD -> !isKeyword();
      case DOT, FIELD, VARIABLE, STRING, NUMBER, LEFT_PAREN -> true;
      default -> false;
    };
  }

  boolean followsSpace() {
    return spaced;
  }

  /** Whether a delimiter is {@code {{-} or {@code -}}}. */
  boolean trims() {
    return spaced;
  }

  TemplateSyntaxException unexpected(String context) {
    String what = kind == Kind.END ? "the end of the template" : "'" + value + "'";
    return new TemplateSyntaxException(start, "unexpected " + what + " in " + context);
  }
}
