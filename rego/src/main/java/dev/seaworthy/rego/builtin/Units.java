package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts with units, such as {@code 10KiB} or {@code 500m}. */
final class Units {

  private static final String LETTERS = "kmgtpe";
  private static final int MAX_EXPONENT_DIGITS = 6;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
  private static final Pattern EXPONENT = Pattern.compile("[eE][+-]?([0-9]*)");

  private final String name;
  private final String amountName;
  private final String unitName;

  private record Amount(String number, String unit) {}

  private Units(String name, String amountName, String unitName) {
    this.name = name;
    this.amountName = amountName;
    this.unitName = unitName;
  }

  static Family family() {
    Units units = new Units("units.parse", "amount", "unit");
    Units bytes = new Units("units.parse_bytes", "byte amount", "byte unit");
    return new Family()
        .define(units.name, units::parse, Family.STRING)
        .define(bytes.name, bytes::parseBytes, Family.STRING);
  }

  private RegoNumber parse(Call call) throws BuiltinException {
    Amount amount = split(call.string(1).replace("\"", ""));
    String unit = amount.unit;
    if (unit.length() > 1) {
      unit = unit.charAt(0) + unit.substring(1).toLowerCase(Locale.ROOT);
    }
    BigDecimal factor;
    if (unit.equals("m")) {
      // the double next to 0.001, as OPA has it: the result is rounded
      factor = new BigDecimal(0.001);
    } else if (unit.equals("M")) {
      factor = BigDecimal.valueOf(1_000_000);
    } else {
      String lower = unit.toLowerCase(Locale.ROOT);
      factor = new BigDecimal(factor(lower, lower.endsWith("i") ? "i" : "", unit));
    }
    BigDecimal product = number(amount).multiply(factor);
    BigDecimal stripped = product.stripTrailingZeros();
    if (stripped.scale() <= 0) {
      return RegoNumber.of(stripped.toBigInteger());
    }
    return RegoNumber.parse(product.setScale(10, RoundingMode.HALF_UP).toPlainString());
  }

  private RegoNumber parseBytes(Call call) throws BuiltinException {
    Amount amount = split(call.string(1).toLowerCase(Locale.ROOT).replace("\"", ""));
    String unit = amount.unit;
    boolean binary = unit.length() > 1 && unit.charAt(1) == 'i';
    String suffix = unit.endsWith("b") ? (binary ? "ib" : "b") : binary ? "i" : "";
    BigInteger factor = factor(unit, suffix, unit);
    BigFloat number = BigFloat.of(RegoNumber.of(number(amount)));
    return RegoNumber.of(number.multiply(BigFloat.of(RegoNumber.of(factor))).truncated());
  }

  private BigInteger factor(String unit, String suffix, String shown) throws BuiltinException {
    if (unit.isEmpty()) {
      return BigInteger.ONE;
    }
    int power = LETTERS.indexOf(unit.charAt(0)) + 1;
    if (power == 0 || !unit.equals(unit.charAt(0) + suffix)) {
      throw problem(unitName + " " + shown + " not recognized");
    }
    return suffix.startsWith("i")
        ? BigInteger.ONE.shiftLeft(10 * power)
        : BigInteger.TEN.pow(3 * power);
  }

  private Amount split(String text) throws BuiltinException {
    if (text.contains(" ")) {
      throw problem("spaces not allowed in resource strings");
    }
    int end = 0;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == 'e' || c == 'E') {
        Matcher exponent = EXPONENT.matcher(text).region(end, text.length());
        exponent.lookingAt();
        if (exponent.end() == end + 1) {
          break;
        }
        if (exponent.group(1).length() > MAX_EXPONENT_DIGITS) {
          throw problem("exponent too large");
        }
        end = exponent.end();
      } else if (Character.isDigit(c) || c == '.' || c == '+' || c == '-') {
        end++;
      } else {
        break;
      }
    }
    if (end == 0) {
      throw problem("no " + amountName + " provided");
    }
    return new Amount(text.substring(0, end), text.substring(end));
  }

  private BigDecimal number(Amount amount) throws BuiltinException {
    try {
      if (NUMBER.matcher(amount.number).matches()) {
        return Numbers.decimal(Numbers.parse(amount.number));
      }
    } catch (NumberFormatException e) {
      // too many digits
    }
    throw problem("could not parse " + amountName + " to a number");
  }

  private BuiltinException problem(String problem) {
    return BuiltinException.of(name + ": " + problem);
  }
}
