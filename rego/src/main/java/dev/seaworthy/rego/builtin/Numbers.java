package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers within bounds: one exponent is quickly written and slowly expanded. */
final class Numbers {

  /** Numbers with more digits before or after the point are not computed with. */
  private static final int MAX_DIGITS = 100_000;

  /** Longer texts take too long to read. */
  private static final int MAX_LENGTH = 20_000;

  private Numbers() {}

  /** The value of a whole number. */
  static BigInteger bigInteger(RegoNumber number) throws BuiltinException {
    return number.isLong()
        ? BigInteger.valueOf(number.longValue())
        : decimal(number).toBigIntegerExact();
  }

  /** The value of a number that can be computed with. */
  static BigDecimal decimal(RegoNumber number) throws BuiltinException {
    BigDecimal value = number.bigDecimal();
    if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
      throw BuiltinException.of("the number has too many digits");
    }
    return value;
  }

  /**
   * A number of a text as OPA keeps it: as written, unless JSON would not have it so.
   *
   * @throws NumberFormatException if the text is no number, or too long
   */
  static RegoNumber parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new NumberFormatException("too many digits");
    }
    RegoNumber number = RegoNumber.parse(text);
    boolean json = isJson(text);
    return json ? number : RegoNumber.of(number.bigDecimal());
  }

  private static boolean isJson(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    char lead = text.charAt(first);
    boolean leadingZero =
        lead == '0' && text.length() > first + 1 && Character.isDigit(text.charAt(first + 1));
    return Character.isDigit(lead)
        && !leadingZero
        && !text.endsWith(".")
        && !text.contains(".e")
        && !text.contains(".E");
  }
}
