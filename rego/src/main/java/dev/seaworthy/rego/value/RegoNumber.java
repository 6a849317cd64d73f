package dev.seaworthy.rego.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number, exact whatever its size. Equal by value: {@code 1}, {@code 1.0} and {@code 1e0} are the
 * same, but each is printed as it was written.
 */
public final class RegoNumber implements RegoValue {

  /** OPA's bound on the binary exponent, 100,000, in decimal digits. */
  private static final int MAX_EXPONENT = 30_103;

  /** More digits than a number within that bound can need. */
  private static final int MAX_LENGTH = 3 * MAX_EXPONENT;

  private static final int CACHED_FROM = -128;
  private static final RegoNumber[] CACHE = new RegoNumber[1152];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new RegoNumber(CACHED_FROM + i, null, null);
    }
  }

  private final long whole;
  private final @Nullable BigDecimal exact;
  private final @Nullable String written;

  /**
   * @param exact the value where it is no whole number of 64 bits; {@code whole} counts otherwise
   */
  private RegoNumber(long whole, @Nullable BigDecimal exact, @Nullable String written) {
    this.whole = whole;
    this.exact = exact;
    this.written = written;
  }

  public static RegoNumber of(long value) {
    int index = (int) (value - CACHED_FROM);
    return value >= CACHED_FROM && value < CACHED_FROM + CACHE.length
        ? CACHE[index]
        : new RegoNumber(value, null, null);
  }

  public static RegoNumber of(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? of(value.longValue())
        : new RegoNumber(0, new BigDecimal(value), null);
  }

  public static RegoNumber of(BigDecimal value) {
    return of(value, null);
  }

  /**
   * @throws IllegalArgumentException for a number that is infinite or none
   */
  public static RegoNumber of(Number value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return of(value.longValue());
    }
    if (value instanceof BigInteger integer) {
      return of(integer);
    }
    if (value instanceof BigDecimal decimal) {
      return of(decimal);
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("no Rego number: " + value);
    }
    return of(BigDecimal.valueOf(number));
  }

  /**
   * A number as JSON or Rego has it.
   *
   * @throws NumberFormatException if the text is no number
   */
  public static RegoNumber parse(String text) {
    return of(new BigDecimal(text), text);
  }

  /**
   * A number as JSON or Rego has it, unless it is too large or too small for OPA.
   *
   * @return empty if the binary exponent is beyond 100,000
   * @throws NumberFormatException if the text is no number
   */
  public static Optional<RegoNumber> parseBounded(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    RegoNumber number = parse(text);
    BigDecimal decimal = number.bigDecimal();
    long exponent = (long) decimal.precision() - decimal.scale();
    return number.signum() == 0 || Math.abs(exponent) <= MAX_EXPONENT
        ? Optional.of(number)
        : Optional.empty();
  }

  private static RegoNumber of(BigDecimal value, @Nullable String written) {
    // a huge exponent must not be expanded to find out whether the number is whole
    boolean mayBeLong = value.precision() - (long) value.scale() <= 19;
    if (mayBeLong && isWhole(value)) {
      BigInteger whole = value.toBigInteger();
      if (whole.bitLength() < Long.SIZE) {
        boolean plain = written == null || written.equals(whole.toString());
        return plain ? of(whole.longValue()) : new RegoNumber(whole.longValue(), null, written);
      }
    }
    return new RegoNumber(0, value, written);
  }

  private static boolean isWhole(BigDecimal value) {
    return value.signum() == 0 || value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /** The value as a 64-bit integer, if it is one. */
  public Optional<Long> asLong() {
    return exact == null ? Optional.of(whole) : Optional.empty();
  }

  /** Whether the value is a whole number of 64 bits. */
  public boolean isLong() {
    return exact == null;
  }

  /**
   * Whether it is written as a whole number of 64 bits: {@code 3}, not {@code 3.0} or {@code 3e0}.
   * Some built-ins accept nothing else.
   */
  public boolean isPlainLong() {
    return exact == null && written == null;
  }

  /** The value where {@link #isLong()}; 0 otherwise. */
  public long longValue() {
    return whole;
  }

  /** Whether the value is a whole number, of any size. */
  public boolean isInteger() {
    return exact == null || isWhole(exact);
  }

  public BigDecimal bigDecimal() {
    return exact == null ? BigDecimal.valueOf(whole) : exact;
  }

  public double doubleValue() {
    return exact == null ? whole : exact.doubleValue();
  }

  public int signum() {
    return exact == null ? Long.signum(whole) : exact.signum();
  }

  @Override
  public String typeName() {
    return "number";
  }

  @Override
  public int typeOrder() {
    return 2;
  }

  @Override
  public int compareTo(RegoValue other) {
    if (!(other instanceof RegoNumber number)) {
      return Integer.compare(typeOrder(), other.typeOrder());
    }
    return exact == null && number.exact == null
        ? Long.compare(whole, number.whole)
        : bigDecimal().compareTo(number.bigDecimal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegoNumber number && compareTo(number) == 0;
  }

  @Override
  public int hashCode() {
    return Hashing.of(exact == null ? whole : Double.doubleToLongBits(exact.doubleValue()));
  }

  /** Returns the number as it was written, or in JSON's form. */
  @Override
  public String toString() {
    if (written != null) {
      return written;
    }
    return exact == null ? Long.toString(whole) : NumberText.of(exact);
  }
}
