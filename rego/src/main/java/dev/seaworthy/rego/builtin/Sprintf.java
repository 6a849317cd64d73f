package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;

/** Formatted strings. */
final class Sprintf {

  private Sprintf() {}

  static Family family() {
    return new Family().define("sprintf", Sprintf::sprintf, Family.STRING, Family.ARRAY);
  }

  private static RegoString sprintf(Call call) throws BuiltinException {
    String format = call.string(1);
    List<Object> arguments = new ArrayList<>();
    for (RegoValue value : call.array(2)) {
      arguments.add(value instanceof RegoNumber number ? goNumber(number) : call.text(value));
    }
    return new RegoString(GoFormat.format(call, format, arguments));
  }

  /** A number as OPA passes it on: {@code 1.0} and {@code 1e0} are floating-point numbers. */
  static Object goNumber(RegoNumber number) {
    if (number.isPlainLong()) {
      return number.longValue();
    }
    String text = number.toString();
    if (text.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
      return number.bigDecimal().toBigInteger();
    }
    double value = number.doubleValue();
    return Double.isFinite(value) ? (Object) value : text;
  }
}
