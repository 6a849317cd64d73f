package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A binary floating-point number with a mantissa of 64 bits, or of 53: what OPA computes with where
 * numbers are not whole. It is Go's {@code big.Float}: rounded to the nearest, ties to even.
 *
 * @param mantissa at most {@code precision} bits, and a sign
 * @param exponent the power of two
 * @param precision the number of bits
 */
record BigFloat(BigInteger mantissa, int exponent, int precision) {

  static final int EXTENDED = 64;
  static final int DOUBLE = 53;

  private static final BigFloat HALF = new BigFloat(BigInteger.ONE, -1, EXTENDED);

  static BigFloat of(RegoNumber number) throws BuiltinException {
    BigDecimal value = Numbers.decimal(number);
    BigInteger unscaled = value.unscaledValue();
    BigInteger power = BigInteger.TEN.pow(Math.abs(value.scale()));
    return value.scale() <= 0
        ? rounded(unscaled.multiply(power), 0, false, EXTENDED)
        : quotient(unscaled, power, 0, EXTENDED);
  }

  /** A number that is neither infinite nor none; numbers near zero have fewer bits. */
  static BigFloat of(double value) {
    long bits = Double.doubleToLongBits(Math.abs(value));
    int biased = (int) (bits >>> 52);
    long fraction = bits & (1L << 52) - 1;
    long mantissa = biased == 0 ? fraction : fraction | 1L << 52;
    int precision = biased == 0 ? Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(fraction)) : 53;
    return new BigFloat(
        BigInteger.valueOf(value < 0 ? -mantissa : mantissa),
        Math.max(biased, 1) - 1075,
        precision);
  }

  /** The same value with another number of bits. */
  BigFloat withPrecision(int bits) {
    return rounded(mantissa, exponent, false, bits);
  }

  BigFloat add(BigFloat other) {
    int least = Math.min(exponent, other.exponent);
    return rounded(scaled(least).add(other.scaled(least)), least, false, precision);
  }

  BigFloat subtract(BigFloat other) {
    return add(new BigFloat(other.mantissa.negate(), other.exponent, other.precision));
  }

  BigFloat multiply(BigFloat other) {
    return rounded(mantissa.multiply(other.mantissa), exponent + other.exponent, false, precision);
  }

  /** The quotient; the divisor is not zero. */
  BigFloat divide(BigFloat other) {
    return quotient(mantissa, other.mantissa, exponent - other.exponent, precision);
  }

  BigFloat abs() {
    return new BigFloat(mantissa.abs(), exponent, precision);
  }

  int signum() {
    return mantissa.signum();
  }

  boolean isWhole() {
    return exponent >= 0 || mantissa.getLowestSetBit() >= -exponent || mantissa.signum() == 0;
  }

  /** Rounded towards zero. */
  BigInteger truncated() {
    return exponent >= 0
        ? mantissa.shiftLeft(exponent)
        : mantissa.abs().shiftRight(-exponent).multiply(BigInteger.valueOf(mantissa.signum()));
  }

  /** Rounded to the nearest whole number, halves away from zero. */
  BigInteger round() {
    return (signum() < 0 ? subtract(HALF) : add(HALF)).truncated();
  }

  BigInteger ceil() {
    return isWhole() || signum() < 0 ? truncated() : truncated().add(BigInteger.ONE);
  }

  BigInteger floor() {
    return isWhole() || signum() > 0 ? truncated() : truncated().subtract(BigInteger.ONE);
  }

  /** The number, with as few digits as tell it from its neighbours. */
  RegoNumber number() {
    if (signum() == 0) {
      return RegoNumber.of(0);
    }
    BigDecimal shortest = shortest();
    return isWhole()
        ? RegoNumber.of(shortest.toBigIntegerExact())
        : RegoNumber.parse(general(shortest));
  }

  /** The decimal number with as few digits as tell it from its neighbours. */
  BigDecimal shortest() {
    if (signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = decimal(mantissa.abs(), exponent);
    // the neighbours of a mantissa with all its bits are half a unit away
    int shift = precision - mantissa.abs().bitLength() + 1;
    BigInteger doubled = mantissa.abs().shiftLeft(shift);
    BigDecimal lower = decimal(doubled.subtract(BigInteger.ONE), exponent - shift);
    BigDecimal upper = decimal(doubled.add(BigInteger.ONE), exponent - shift);
    boolean inclusive = !doubled.testBit(1);
    for (int digits = 1; digits < exact.precision(); digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = down.add(down.ulp());
      boolean downFits = down.compareTo(lower) > (inclusive ? -1 : 0);
      boolean upFits = up.compareTo(upper) < (inclusive ? 1 : 0);
      if (downFits && upFits) {
        return signed(exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
      }
      if (downFits || upFits) {
        return signed(downFits ? down : up);
      }
    }
    return signed(exact);
  }

  private BigDecimal signed(BigDecimal magnitude) {
    return signum() < 0 ? magnitude.negate() : magnitude;
  }

  /** Go's format {@code %g} of fewest digits: an exponent below 1e-4 and from 1e6 on. */
  private static String general(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    int power = stripped.precision() - stripped.scale() - 1;
    if (power >= -4 && power < 6) {
      return stripped.toPlainString();
    }
    String digits = stripped.unscaledValue().abs().toString();
    return (stripped.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (power < 0 ? "e-" : "e+")
        + (Math.abs(power) < 10 ? "0" : "")
        + Math.abs(power);
  }

  private static BigDecimal decimal(BigInteger mantissa, int exponent) {
    return exponent >= 0
        ? new BigDecimal(mantissa.shiftLeft(exponent))
        : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
  }

  private BigInteger scaled(int least) {
    return mantissa.shiftLeft(exponent - least);
  }

  private static BigFloat quotient(
      BigInteger dividend, BigInteger divisor, int exponent, int bits) {
    int shift = Math.max(0, bits + 2 + divisor.bitLength() - dividend.bitLength());
    BigInteger[] parts = dividend.abs().shiftLeft(shift).divideAndRemainder(divisor.abs());
    boolean negative = dividend.signum() * divisor.signum() < 0;
    BigInteger whole = negative ? parts[0].negate() : parts[0];
    return rounded(whole, exponent - shift, parts[1].signum() != 0, bits);
  }

  /**
   * @param inexact whether the value is a little farther from zero than the mantissa says
   */
  private static BigFloat rounded(BigInteger mantissa, int exponent, boolean inexact, int bits) {
    BigInteger magnitude = mantissa.abs();
    int surplus = magnitude.bitLength() - bits;
    if (surplus <= 0) {
      return new BigFloat(mantissa, exponent, bits);
    }
    BigInteger kept = magnitude.shiftRight(surplus);
    boolean half = magnitude.testBit(surplus - 1);
    boolean more = inexact || magnitude.getLowestSetBit() < surplus - 1;
    if (half && (more || kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
    }
    return new BigFloat(mantissa.signum() < 0 ? kept.negate() : kept, exponent + surplus, bits);
  }
}
