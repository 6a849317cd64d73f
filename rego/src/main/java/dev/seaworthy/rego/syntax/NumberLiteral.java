package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.value.RegoNumber;
import java.math.BigDecimal;

/** Numbers as they are written, with their sign. */
final class NumberLiteral {

  /** OPA's bound on the binary exponent, 100,000, in decimal digits. */
  private static final int MAX_EXPONENT = 30_103;

  /** More digits than a number within that bound can need. */
  private static final int MAX_LENGTH = 3 * MAX_EXPONENT;

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
    if (text.length() > MAX_LENGTH) {
      throw in.failure(in.token(), "number too big");
    }
    RegoNumber value;
    try {
      value = RegoNumber.parse(text);
    } catch (NumberFormatException e) {
      throw in.unexpected("invalid float");
    }
    BigDecimal decimal = value.bigDecimal();
    long exponent = (long) decimal.precision() - decimal.scale();
    if (decimal.signum() != 0 && Math.abs(exponent) > MAX_EXPONENT) {
      throw in.failure(in.token(), "number too big");
    }
    return value;
  }
}
