package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoText;
import java.math.BigInteger;
import java.util.Locale;

/** One argument printed as Go's {@code fmt} does: flags, width, precision and verb. */
final class GoVerb {

  /** No width or precision was given. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int REPLACEMENT = 0xFFFD;

  boolean sharp;
  boolean zero;
  boolean plus;
  boolean minus;
  boolean space;
  int width = NONE;
  int precision = NONE;

  private boolean goSyntax;

  String print(Object value, int verb) {
    if (verb == 'v' || verb == 'w') {
      goSyntax = sharp;
      sharp = false;
      plus &= value instanceof BigInteger;
    }
    return verb == 'T' ? padded(truncated(typeName(value))) : show(value, verb);
  }

  private String show(Object value, int verb) {
    if (value instanceof Long number) {
      return number(number, verb);
    }
    if (value instanceof BigInteger number) {
      return bigNumber(number, verb);
    }
    if (value instanceof Double number) {
      return "vbeEfFgGxX".indexOf(verb) < 0
          ? bad(value, verb)
          : new GoFloat(this, number).print(verb == 'v' ? 'g' : (char) verb);
    }
    return string((String) value, verb);
  }

  static String typeName(Object value) {
    if (value instanceof Long) {
      return "int";
    }
    if (value instanceof BigInteger) {
      return "*big.Int";
    }
    return value instanceof Double ? "float64" : "string";
  }

  private String bad(Object value, int verb) {
    return "%!" + Character.toString(verb) + "(" + typeName(value) + "=" + show(value, 'v') + ")";
  }

  private String string(String text, int verb) {
    return switch (verb) {
      case 'v' -> goSyntax ? quoted(truncated(text)) : padded(truncated(text));
      case 's' -> padded(truncated(text));
      case 'q' -> quoted(truncated(text));
      case 'x', 'X' -> hex(RegoBytes.encode(text), verb == 'X');
      default -> bad(text, verb);
    };
  }

  private String truncated(String text) {
    return precision == NONE || text.codePointCount(0, text.length()) <= precision
        ? text
        : text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private String quoted(String text) {
    boolean raw = sharp && text.indexOf('`') < 0 && text.chars().allMatch(GoVerb::isRaw);
    String quoted = RegoText.quote(text);
    return padded(raw ? "`" + text + "`" : plus ? ascii(quoted) : quoted);
  }

  private static boolean isRaw(int c) {
    return c >= ' ' && c != 0x7F && c != 0xFEFF || c == '\t';
  }

  private static String ascii(String quoted) {
    StringBuilder ascii = new StringBuilder();
    quoted
        .codePoints()
        .forEach(
            c ->
                ascii.append(
                    c < 0x7F
                        ? Character.toString(c)
                        : String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c)));
    return ascii.toString();
  }

  private String hex(byte[] bytes, boolean upper) {
    String digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    String prefix = !sharp ? "" : upper ? "0X" : "0x";
    int length = precision == NONE ? bytes.length : Math.min(precision, bytes.length);
    StringBuilder hex = new StringBuilder(length == 0 ? "" : prefix);
    for (int i = 0; i < length; i++) {
      hex.append(space && i > 0 ? " " + prefix : "");
      hex.append(digits.charAt(bytes[i] >> 4 & 15)).append(digits.charAt(bytes[i] & 15));
    }
    return padded(hex.toString());
  }

  private String number(long number, int verb) {
    BigInteger value = BigInteger.valueOf(number);
    return switch (verb) {
      case 'v', 'd' -> integer(value, 10, verb);
      case 'b' -> integer(value, 2, verb);
      case 'o', 'O' -> integer(value, 8, verb);
      case 'x', 'X' -> integer(value, 16, verb);
      case 'c' -> padded(Character.toString(codePoint(number)));
      case 'q' -> padded(quotedRune(codePoint(number)));
      case 'U' -> unicode(number);
      default -> bad(number, verb);
    };
  }

  private static int codePoint(long number) {
    boolean valid =
        Character.isValidCodePoint((int) number)
            && number == (int) number
            && (number < Character.MIN_SURROGATE || number > Character.MAX_SURROGATE);
    return valid ? (int) number : REPLACEMENT;
  }

  private String quotedRune(int c) {
    if (c == '\'') {
      return "'\\''";
    }
    String quoted = RegoText.quote(Character.toString(c));
    String inner = c == '"' ? "\"" : quoted.substring(1, quoted.length() - 1);
    return "'" + (plus ? ascii(inner) : inner) + "'";
  }

  private String unicode(long number) {
    int least = precision == NONE ? 4 : Math.max(4, precision);
    String hex = Long.toHexString(number).toUpperCase(Locale.ROOT);
    String text = "U+" + "0".repeat(Math.max(0, least - hex.length())) + hex;
    boolean printable =
        sharp
            && codePoint(number) == number
            && (number == '"'
                || number == '\\'
                || !RegoText.quote(Character.toString((int) number)).startsWith("\"\\"));
    zero = false;
    return padded(printable ? text + " '" + Character.toString((int) number) + "'" : text);
  }

  private String integer(BigInteger value, int base, int verb) {
    if (precision == 0 && value.signum() == 0) {
      zero = false;
      return padded("");
    }
    String sign = sign(value.signum() < 0);
    int least = 0;
    if (precision != NONE) {
      least = precision;
    } else if (zero && !minus && width != NONE) {
      least = width - sign.length();
    }
    String digits = digits(value, base, verb);
    digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
    boolean octal = verb == 'O' && sharp && !digits.startsWith("0");
    zero = false;
    return padded(sign + prefix(verb, digits) + (octal ? "0" : "") + digits);
  }

  private static String digits(BigInteger value, int base, int verb) {
    String digits = value.abs().toString(base);
    return verb == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
  }

  String sign(boolean negative) {
    return negative ? "-" : plus ? "+" : space ? " " : "";
  }

  private String prefix(int verb, String digits) {
    if (verb == 'O') {
      return "0o";
    }
    if (!sharp) {
      return "";
    }
    return switch (verb) {
      case 'b' -> "0b";
      case 'o' -> digits.startsWith("0") ? "" : "0";
      case 'x' -> "0x";
      case 'X' -> "0X";
      default -> "";
    };
  }

  /** Go's {@code big.Int} formats itself: strings too, and a prefix counts for the width. */
  private String bigNumber(BigInteger value, int verb) {
    int base =
        switch (verb) {
          case 'b' -> 2;
          case 'o', 'O' -> 8;
          case 'd', 's', 'v' -> 10;
          case 'x', 'X' -> 16;
          default -> 0;
        };
    if (base == 0) {
      return "%!" + Character.toString(verb) + "(big.Int=" + value + ")";
    }
    String sign = sign(value.signum() < 0);
    String digits = digits(value, base, verb);
    String prefix = prefix(verb, digits);
    int least = 0;
    if (precision != NONE) {
      least = precision;
    } else if (zero && !minus && width != NONE) {
      least = width - sign.length() - prefix.length();
    }
    zero = false;
    return padded(sign + prefix + "0".repeat(Math.max(0, least - digits.length())) + digits);
  }

  /** A text in a field of the width: to the right, or to the left with a minus. */
  String padded(String text) {
    int missing = width == NONE ? 0 : width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    return minus ? text + " ".repeat(missing) : (zero ? "0" : " ").repeat(missing) + text;
  }
}
