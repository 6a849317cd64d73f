package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.regex.Pattern;

/** Types of values, and conversions between them. */
final class Casts {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]*(?:inf|infinity|nan)");
  private static final ArgumentType CONVERTIBLE =
      ArgumentType.of("null", "boolean", "number", "string");

  private Casts() {}

  static Family family() {
    Family family = new Family().define("to_number", Casts::toNumber, CONVERTIBLE);
    for (String type :
        new String[] {"array", "boolean", "null", "number", "object", "set", "string"}) {
      family.define(
          "is_" + type, call -> RegoBoolean.of(call.value(1).typeName().equals(type)), Family.ANY);
    }
    for (String type : new String[] {"boolean", "null", "object", "string"}) {
      family.define("cast_" + type, call -> cast(call, type), Family.ANY);
    }
    return family
        .define("cast_array", call -> RegoArray.of(call.items(1, "array", "set")), Family.ANY)
        .define("cast_set", call -> RegoSet.of(call.items(1, "array", "set")), Family.ANY)
        .define("type_name", call -> new RegoString(call.value(1).typeName()), Family.ANY);
  }

  private static RegoValue cast(Call call, String type) throws BuiltinException {
    if (!call.value(1).typeName().equals(type)) {
      throw call.wrongType(1, type);
    }
    return call.value(1);
  }

  private static RegoNumber toNumber(Call call) throws BuiltinException {
    RegoValue value = call.value(1);
    if (value == RegoNull.NULL) {
      return RegoNumber.of(0);
    }
    if (value instanceof RegoBoolean bool) {
      return RegoNumber.of(bool.value() ? 1 : 0);
    }
    if (value instanceof RegoNumber number) {
      return number;
    }
    if (!(value instanceof RegoString string)) {
      throw call.wrongType(1, "null", "boolean", "number", "string");
    }
    if (NOT_FINITE.matcher(string.value()).matches()) {
      throw call.wrongType(1, "valid number string");
    }
    return parse(string.value());
  }

  private static RegoNumber parse(String text) throws BuiltinException {
    String subject = "strconv.ParseFloat: parsing " + new RegoString(text) + ": ";
    if (!NUMBER.matcher(text).matches()) {
      throw BuiltinException.of(subject + "invalid syntax");
    }
    try {
      RegoNumber number = Numbers.parse(text);
      if (Double.isFinite(number.doubleValue())) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the exponent has too many digits
    }
    throw BuiltinException.of(subject + "value out of range");
  }
}
