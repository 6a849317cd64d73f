package dev.seaworthy.rego.value;

import java.math.BigDecimal;

/** Numbers as Go's JSON encoder prints them: plain, or with an exponent where that is shorter. */
final class NumberText {

  private static final BigDecimal LARGE = new BigDecimal("1e21");
  private static final BigDecimal SMALL = new BigDecimal("1e-6");

  private NumberText() {}

  static String of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    boolean whole = stripped.scale() <= 0;
    BigDecimal magnitude = stripped.abs();
    if (whole && stripped.precision() - stripped.scale() <= 400
        || magnitude.compareTo(LARGE) < 0 && magnitude.compareTo(SMALL) >= 0) {
      return stripped.toPlainString();
    }
    String digits = stripped.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - stripped.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String power =
        (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return (stripped.signum() < 0 ? "-" : "") + mantissa + "e" + power;
  }
}
