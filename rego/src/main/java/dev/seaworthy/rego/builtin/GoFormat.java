package dev.seaworthy.rego.builtin;

import java.util.List;

/**
 * Go's {@code fmt.Sprintf}, whose verbs, flags and complaints {@code sprintf} has. Arguments are
 * {@link Long}, {@link java.math.BigInteger}, {@link Double} and {@link String}.
 */
final class GoFormat {

  private static final int MAX_NUMBER = 1_000_000;

  private final Call call;
  private final String format;
  private final List<?> arguments;
  private final StringBuilder out = new StringBuilder();

  private int at;
  private int argument;
  private boolean reordered;
  private boolean goodIndex;
  private boolean afterIndex;

  private GoFormat(Call call, String format, List<?> arguments) {
    this.call = call;
    this.format = format;
    this.arguments = arguments;
  }

  static String format(Call call, String format, List<?> arguments) throws BuiltinException {
    GoFormat go = new GoFormat(call, format, arguments);
    go.run();
    return go.out.toString();
  }

  private void run() throws BuiltinException {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      int end = percent < 0 ? format.length() : percent;
      write(format.substring(at, end));
      at = end + 1;
      if (percent >= 0) {
        directive();
      }
    }
    if (!reordered && argument < arguments.size()) {
      extra();
    }
  }

  private void directive() throws BuiltinException {
    GoVerb verb = new GoVerb();
    goodIndex = true;
    afterIndex = false;
    flags(verb);
    index();
    width(verb);
    precision(verb);
    if (!afterIndex) {
      index();
    }
    if (at >= format.length()) {
      write("%!(NOVERB)");
      return;
    }
    int letter = format.codePointAt(at);
    at += Character.charCount(letter);
    if (letter == '%') {
      write("%");
    } else if (!goodIndex) {
      write("%!" + Character.toString(letter) + "(BADINDEX)");
    } else if (argument >= arguments.size()) {
      write("%!" + Character.toString(letter) + "(MISSING)");
    } else {
      write(verb.print(arguments.get(argument++), letter));
    }
  }

  private void flags(GoVerb verb) {
    for (; at < format.length(); at++) {
      switch (format.charAt(at)) {
        case '#' -> verb.sharp = true;
        case '0' -> verb.zero = true;
        case '+' -> verb.plus = true;
        case '-' -> verb.minus = true;
        case ' ' -> verb.space = true;
        default -> {
          return;
        }
      }
    }
  }

  private void width(GoVerb verb) throws BuiltinException {
    if (isAt('*')) {
      at++;
      verb.width = numberArgument();
      if (verb.width == GoVerb.NONE) {
        write("%!(BADWIDTH)");
      } else if (verb.width < 0) {
        verb.width = -verb.width;
        verb.minus = true;
        verb.zero = false;
      }
      afterIndex = false;
    } else {
      verb.width = number(format.length());
      goodIndex &= !afterIndex || verb.width == GoVerb.NONE;
    }
  }

  private void precision(GoVerb verb) throws BuiltinException {
    if (!isAt('.')) {
      return;
    }
    at++;
    goodIndex &= !afterIndex;
    index();
    if (isAt('*')) {
      at++;
      int precision = numberArgument();
      verb.precision = precision < 0 ? GoVerb.NONE : precision;
      if (verb.precision == GoVerb.NONE) {
        write("%!(BADPREC)");
      }
      afterIndex = false;
    } else {
      int precision = number(format.length());
      verb.precision = precision == GoVerb.NONE ? 0 : precision;
    }
  }

  /** An explicit index such as {@code [2]}. */
  private void index() {
    afterIndex = isAt('[');
    if (!afterIndex) {
      return;
    }
    reordered = true;
    int close = format.indexOf(']', at);
    if (close < 0) {
      at++;
      goodIndex = false;
      afterIndex = false;
      return;
    }
    at++;
    int index = number(close);
    afterIndex = index != GoVerb.NONE && at == close;
    if (afterIndex && index >= 1 && index <= arguments.size()) {
      argument = index - 1;
    } else {
      goodIndex = false;
    }
    at = close + 1;
  }

  private int numberArgument() {
    if (argument >= arguments.size()) {
      return GoVerb.NONE;
    }
    boolean usable =
        arguments.get(argument++) instanceof Long number && Math.abs(number) <= MAX_NUMBER;
    return usable ? ((Long) arguments.get(argument - 1)).intValue() : GoVerb.NONE;
  }

  private int number(int end) {
    int number = GoVerb.NONE;
    for (; at < end && isDigit(format.charAt(at)); at++) {
      if (number > MAX_NUMBER) {
        at = end;
        return GoVerb.NONE;
      }
      number = (number == GoVerb.NONE ? 0 : number) * 10 + format.charAt(at) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isAt(char c) {
    return at < format.length() && format.charAt(at) == c;
  }

  private void extra() throws BuiltinException {
    write("%!(EXTRA ");
    for (int i = argument; i < arguments.size(); i++) {
      Object value = arguments.get(i);
      write(i > argument ? ", " : "");
      write(GoVerb.typeName(value) + "=" + new GoVerb().print(value, 'v'));
    }
    write(")");
  }

  private void write(String text) throws BuiltinException {
    call.spend(1);
    call.spendLength(text.length());
    call.checkLength((long) out.length() + text.length());
    out.append(text);
  }
}
