package dev.seaworthy.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar is for Kubernetes: neither YAML 1.1 nor 1.2, but what {@code
 * sigs.k8s.io/yaml}, and so kubectl, Helm and the API server, make of it.
 *
 * <p>Underscores stand anywhere after the first character, but only between digits where that is a
 * dot; {@code 0o17} and {@code 017} are octal, {@code 0900} is the decimal number 900, {@code 0b-1}
 * is minus one, there are no sexagesimals, and an integer beyond 64 bits becomes a float.
 */
final class KubernetesScalars {

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE);

  private KubernetesScalars() {}

  /** The type of a scalar that has neither quotes nor a tag. */
  static ScalarType typeOf(String text) {
    if (text.isEmpty()) {
      return ScalarType.NULL;
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9' || first == '+' || first == '-' || first == '.') {
      return numberType(text);
    }
    if (text.length() <= 5) {
      if (isNull(text)) {
        return ScalarType.NULL;
      }
      if (isTrue(text) || isFalse(text)) {
        return ScalarType.BOOLEAN;
      }
    }
    return ScalarType.STRING;
  }

  /** Whether a plain scalar is infinite or no number: JSON, and so Kubernetes, has neither. */
  static boolean isNonFinite(String text) {
    String unsigned = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    return switch (unsigned) {
      case ".inf", ".Inf", ".INF" -> true;
      case ".nan", ".NaN", ".NAN" -> unsigned.length() == text.length();
      default -> false;
    };
  }

  static boolean booleanValue(String text) {
    return isTrue(text);
  }

  static BigInteger integerValue(String text) {
    BigInteger value = parseInteger(text);
    if (value == null) {
      throw new NumberFormatException("not an integer: " + text);
    }
    return value;
  }

  /** The value of a decimal number; not finite if the text is none, or too large a one. */
  static double floatValue(String text) {
    if (text.charAt(0) == '.' && !isSeparatedByUnderscores(text)) {
      return Double.NaN;
    }
    String digits = withoutUnderscores(text);
    return isDecimal(digits) ? Double.parseDouble(digits) : Double.NaN;
  }

  /** A float as the name of a key: Kubernetes writes it with the precision of 32 bits. */
  static String floatName(double value) {
    float rounded = (float) value;
    if (rounded == 0) {
      return 1 / rounded < 0 ? "-0" : "0";
    }
    if (Float.isInfinite(rounded)) {
      return rounded < 0 ? "-.inf" : ".inf";
    }
    BigDecimal decimal = shortest(rounded);
    int exponent = decimal.precision() - decimal.scale() - 1;
    return exponent >= -4 && exponent < 6
        ? decimal.toPlainString()
        : decimal.movePointLeft(exponent).toPlainString()
            + String.format(Locale.ROOT, "e%+03d", exponent);
  }

  /** The number with the fewest digits that is nearest to this float, which Java 17 cannot tell. */
  private static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded;
    int digits = 0;
    do {
      rounded = exact.round(new MathContext(++digits, RoundingMode.HALF_EVEN));
    } while (rounded.floatValue() != value);
    return rounded.stripTrailingZeros();
  }

  private static ScalarType numberType(String text) {
    if (isSmallDecimal(text) || parseInteger(text) != null) {
      return ScalarType.INTEGER;
    }
    return Double.isFinite(floatValue(text)) ? ScalarType.FLOAT : ScalarType.STRING;
  }

  /** Most numbers in manifests are ports and counts: no need to parse them to know. */
  private static boolean isSmallDecimal(String text) {
    return text.length() <= 18
        && text.charAt(0) != '0'
        && isDigit(text.charAt(0))
        && skipDigits(text, 0) == text.length();
  }

  private static @Nullable BigInteger parseInteger(String text) {
    String digits = withoutUnderscores(text);
    boolean negative = digits.startsWith("-");
    int at = negative || digits.startsWith("+") ? 1 : 0;
    int radix = 10;
    if (digits.length() > at + 1 && digits.charAt(at) == '0') {
      char prefix = Character.toLowerCase(digits.charAt(at + 1));
      radix = prefix == 'x' ? 16 : prefix == 'b' ? 2 : 8;
      at += radix == 8 && prefix != 'o' ? 1 : 2;
    }
    if (digits.startsWith("0b-") || digits.startsWith("0b+")) {
      negative = digits.charAt(at) == '-';
      at++;
    }
    if (at == digits.length() || !allDigits(digits, at, radix)) {
      return null;
    }
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    if (digits.length() - at > Long.SIZE) {
      return null;
    }
    BigInteger magnitude = new BigInteger(digits.substring(at), radix);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0 ? value : null;
  }

  private static boolean allDigits(String text, int from, int radix) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}, the exponent's digits required.
   */
  private static boolean isDecimal(String text) {
    int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    int afterWhole = skipDigits(text, at);
    int mantissaDigits = afterWhole - at;
    at = afterWhole;
    if (at < text.length() && text.charAt(at) == '.') {
      int afterFraction = skipDigits(text, at + 1);
      mantissaDigits += afterFraction - at - 1;
      at = afterFraction;
    }
    if (mantissaDigits == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int afterExponent = skipDigits(text, at);
      if (afterExponent == at) {
        return false;
      }
      at = afterExponent;
    }
    return at == text.length();
  }

  private static boolean isSeparatedByUnderscores(String text) {
    for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
      boolean last = at == text.length() - 1;
      if (last || !isDigit(text.charAt(at - 1)) || !isDigit(text.charAt(at + 1))) {
        return false;
      }
    }
    return true;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String withoutUnderscores(String text) {
    return text.indexOf('_') < 0 ? text : text.replace("_", "");
  }

  private static boolean isNull(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  private static boolean isTrue(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> true;
      default -> false;
    };
  }

  private static boolean isFalse(String text) {
    return switch (text) {
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> true;
      default -> false;
    };
  }
}
