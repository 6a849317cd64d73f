package dev.seaworthy.rego.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Go's formats of floating-point numbers. */
final class GoFloat {

  /** No double has more digits, before or after the point. */
  private static final int MAX_DIGITS = 1100;

  private final GoVerb flags;
  private final double value;

  GoFloat(GoVerb flags, double value) {
    this.flags = flags;
    this.value = value;
  }

  String print(char verb) {
    char lower = Character.toLowerCase(verb);
    String digits =
        switch (lower) {
          case 'e' -> exponential(rounded(precision(6) + 1), precision(6));
          case 'f' -> fixed();
          case 'g' -> general();
          case 'b' -> binary();
          default -> hexadecimal();
        };
    return field(Character.isUpperCase(verb) ? digits.toUpperCase(Locale.ROOT) : digits);
  }

  /** Zeros go between sign and digits. */
  private String field(String digits) {
    String sign = flags.sign(value < 0);
    if (!flags.zero || flags.minus || flags.width == GoVerb.NONE) {
      flags.zero = false;
      return flags.padded(sign + digits);
    }
    return sign + "0".repeat(Math.max(0, flags.width - sign.length() - digits.length())) + digits;
  }

  private int precision(int otherwise) {
    return flags.precision == GoVerb.NONE ? otherwise : flags.precision;
  }

  private BigDecimal rounded(int digits) {
    return new BigDecimal(Math.abs(value))
        .round(new MathContext(Math.min(MAX_DIGITS, Math.max(1, digits)), RoundingMode.HALF_EVEN));
  }

  private String fixed() {
    int places = precision(6);
    int exact = Math.min(places, MAX_DIGITS);
    String plain =
        new BigDecimal(Math.abs(value)).setScale(exact, RoundingMode.HALF_EVEN).toPlainString();
    return plain + "0".repeat(places - exact) + (flags.sharp && places == 0 ? "." : "");
  }

  private String general() {
    boolean shortest = flags.precision == GoVerb.NONE;
    BigDecimal number =
        shortest ? BigFloat.of(Math.abs(value)).shortest() : rounded(flags.precision);
    number = number.stripTrailingZeros();
    int digits = number.precision();
    int power = value == 0 ? 0 : digits - number.scale() - 1;
    int limit = shortest ? 6 : Math.max(1, flags.precision);
    if (!shortest && limit > digits && digits >= power + 1) {
      limit = digits;
    }
    if (shortest && flags.sharp) {
      limit = 6;
    }
    int shown =
        flags.sharp ? Math.max(shortest ? 6 : Math.max(1, flags.precision), digits) : digits;
    if (power < -4 || power >= limit) {
      return exponential(number, shown - 1);
    }
    int places = Math.max(0, number.scale());
    String plain = number.setScale(places, RoundingMode.UNNECESSARY).toPlainString();
    String point = flags.sharp && places == 0 ? "." : "";
    return plain + point + "0".repeat(Math.max(0, shown - 1 - power - places));
  }

  private String exponential(BigDecimal number, int places) {
    String digits = number.unscaledValue().toString();
    int power = number.signum() == 0 ? 0 : digits.length() - number.scale() - 1;
    String all = number.signum() == 0 ? "0" : digits;
    all += "0".repeat(Math.max(0, places + 1 - all.length()));
    String fraction = all.substring(1, places + 1);
    return all.charAt(0)
        + (fraction.isEmpty() && !flags.sharp ? "" : ".")
        + fraction
        + exponent('e', power);
  }

  private static String exponent(char letter, int power) {
    int magnitude = Math.abs(power);
    return letter + (power < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + magnitude;
  }

  private String binary() {
    BigFloat number = BigFloat.of(Math.abs(value));
    int shift =
        value == 0
            ? 0
            : Math.min(BigFloat.DOUBLE - number.mantissa().bitLength(), number.exponent() + 1074);
    int power = value == 0 ? -1074 : number.exponent() - shift;
    return number.mantissa().shiftLeft(shift) + "p" + (power < 0 ? "" : "+") + power;
  }

  /** One digit before the point, as few after it as needed or as asked for. */
  private String hexadecimal() {
    BigInteger mantissa = BigFloat.of(Math.abs(value)).mantissa();
    if (mantissa.signum() == 0) {
      int places = precision(0);
      return "0x0" + (places == 0 ? "" : "." + "0".repeat(places)) + "p+00";
    }
    int power = Math.getExponent(Math.abs(value));
    power = power < Double.MIN_EXPONENT ? mantissa.bitLength() - 1 - 1074 : power;
    // 52 bits after the leading one make 13 digits
    BigInteger bits = mantissa.shiftLeft(BigFloat.DOUBLE - mantissa.bitLength());
    int places = 13;
    if (flags.precision != GoVerb.NONE && flags.precision < places) {
      places = flags.precision;
      int dropped = 4 * (13 - places);
      BigInteger half = BigInteger.ONE.shiftLeft(dropped - 1);
      BigInteger odd = bits.testBit(dropped) ? BigInteger.ONE : BigInteger.ZERO;
      bits = bits.add(half).subtract(BigInteger.ONE).add(odd).shiftRight(dropped);
      if (bits.bitLength() > 4 * places + 1) {
        bits = bits.shiftRight(1);
        power++;
      }
    }
    String fraction = bits.toString(16).substring(1);
    fraction = flags.precision == GoVerb.NONE ? fraction.replaceAll("0+$", "") : fraction;
    fraction += "0".repeat(Math.max(0, precision(0) - fraction.length()));
    return "0x1"
        + (fraction.isEmpty() && !flags.sharp ? "" : ".")
        + fraction
        + exponent('p', power);
  }
}
