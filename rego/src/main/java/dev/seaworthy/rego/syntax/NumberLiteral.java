package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.value.RegoNumber;

/** Numbers as they are written, with their sign. */
final class NumberLiteral {

  private NumberLiteral() {}

  static Term parse(TokenStream in) {
    Token start = in.token();
    String sign = in.accept(TokenKind.MINUS) ? "-" : "";
    boolean fraction = in.accept(TokenKind.DOT);
    if (!in.at(TokenKind.NUMBER)) {
      throw in.unexpected("expected number");
    }
    String digits = in.token().text();
    if (!fraction && hasLeadingZero(digits)) {
      throw in.unexpected("expected number without leading zero");
    }
    RegoNumber value = value(in, sign + (fraction ? "0." : "") + digits);
    in.next();
    return new Term.Scalar(value, in.since(start));
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0' && Lexer.isDecimal(digits.charAt(1));
  }

  private static RegoNumber value(TokenStream in, String text) {
    try {
      return RegoNumber.parseBounded(text)
          .orElseThrow(() -> in.failure(in.token(), "number too big"));
    } catch (NumberFormatException e) {
      throw in.unexpected("invalid float");
    }
  }
}
