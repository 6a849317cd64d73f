package dev.seaworthy.rego.syntax;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token is; the label is what OPA calls it in error messages. */
enum TokenKind {
  ILLEGAL("illegal"),
  EOF("eof"),
  IDENTIFIER("identifier"),
  NUMBER("number"),
  STRING("string"),
  /** An interpolated string without an expression. */
  TEMPLATE("template-string-end"),
  /** An interpolated string up to its first expression. */
  TEMPLATE_START("template-string-part"),
  /** From the brace after an expression to the next expression. */
  TEMPLATE_MIDDLE("}"),
  /** From the brace after the last expression to the end. */
  TEMPLATE_END("}"),

  PACKAGE("package", true),
  IMPORT("import", true),
  AS("as", true),
  DEFAULT("default", true),
  ELSE("else", true),
  NOT("not", true),
  SOME("some", true),
  WITH("with", true),
  NULL("null", true),
  TRUE("true", true),
  FALSE("false", true),
  IN("in", true),
  EVERY("every", true),
  CONTAINS("contains", true),
  IF("if", true),

  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  COMMA(","),
  COLON(":"),
  DOT("."),
  SEMICOLON(";"),
  ASSIGN("assign"),
  UNIFY("eq"),
  EQUAL("equal"),
  NOT_EQUAL("neq"),
  LESS("lt"),
  LESS_OR_EQUAL("lte"),
  GREATER("gt"),
  GREATER_OR_EQUAL("gte"),
  PLUS("plus"),
  MINUS("minus"),
  TIMES("mul"),
  DIVIDE("div"),
  REMAINDER("rem"),
  AND("and"),
  OR("or");

  private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

  static {
    for (TokenKind kind : values()) {
      if (kind.keyword) {
        KEYWORDS.put(kind.label, kind);
      }
    }
  }

  private final String label;
  private final boolean keyword;

  TokenKind(String label) {
    this(label, false);
  }

  TokenKind(String label, boolean keyword) {
    this.label = label;
    this.keyword = keyword;
  }

  /** The keyword of this spelling, an identifier otherwise. */
  static TokenKind ofWord(String word) {
    @Nullable TokenKind kind = KEYWORDS.get(word);
    return kind == null ? IDENTIFIER : kind;
  }

  boolean isKeyword() {
    return keyword;
  }

  /** Whether this is a keyword that v0 has to import. */
  boolean isFutureKeyword() {
    return this == IN || this == EVERY || this == CONTAINS || this == IF;
  }

  /** Returns what OPA calls it; for an operator that is the name of its function. */
  @Override
  public String toString() {
    return label;
  }
}
