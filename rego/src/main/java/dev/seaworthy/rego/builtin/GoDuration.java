package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoString;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 1h30m}: Go's units, and OPA's days, weeks and years of 365 days. */
final class GoDuration {

  private static final Pattern DURATION = Pattern.compile("([+-]?)(.*)", Pattern.DOTALL);
  private static final Pattern SEGMENT = Pattern.compile("([0-9]*\\.?[0-9]*)([^0-9.]*)");
  private static final int MAX_LENGTH = 1000;
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 24 * 3600 * SECOND;

  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1L),
          Map.entry("us", 1_000L),
          Map.entry("\u00b5s", 1_000L),
          Map.entry("\u03bcs", 1_000L),
          Map.entry("ms", 1_000_000L),
          Map.entry("s", SECOND),
          Map.entry("m", 60 * SECOND),
          Map.entry("h", 3600 * SECOND),
          Map.entry("d", DAY),
          Map.entry("w", 7 * DAY),
          Map.entry("y", 365 * DAY));

  private GoDuration() {}

  /** The duration in nanoseconds. */
  static long parse(String text) throws BuiltinException {
    Matcher parts = DURATION.matcher(text);
    String segments = parts.matches() ? parts.group(2) : "";
    if (segments.equals("0")) {
      return 0;
    }
    if (segments.isEmpty() || segments.length() > MAX_LENGTH) {
      throw invalid(text);
    }
    BigInteger sum = BigInteger.ZERO;
    Matcher segment = SEGMENT.matcher(segments);
    int at = 0;
    while (at < segments.length()) {
      segment.region(at, segments.length());
      if (!segment.lookingAt() || segment.end() == at) {
        throw invalid(text);
      }
      sum = sum.add(nanoseconds(text, segment.group(1), segment.group(2)));
      at = segment.end();
    }
    BigInteger signed = "-".equals(parts.group(1)) ? sum.negate() : sum;
    if (signed.bitLength() >= Long.SIZE) {
      throw invalid(text);
    }
    return signed.longValue();
  }

  private static BigInteger nanoseconds(String text, String amount, String unit)
      throws BuiltinException {
    if (amount.isEmpty() || amount.equals(".")) {
      throw invalid(text);
    }
    if (unit.isEmpty()) {
      throw BuiltinException.of("time: missing unit in duration " + quoted(text));
    }
    Long factor = UNITS.get(unit);
    if (factor == null) {
      throw BuiltinException.of(
          "time: unknown unit " + quoted(unit) + " in duration " + quoted(text));
    }
    return new BigDecimal(amount)
        .multiply(BigDecimal.valueOf(factor))
        .setScale(0, RoundingMode.DOWN)
        .toBigInteger();
  }

  private static BuiltinException invalid(String text) {
    return BuiltinException.of("time: invalid duration " + quoted(text));
  }

  private static String quoted(String text) {
    return new RegoString(text).toString();
  }
}
