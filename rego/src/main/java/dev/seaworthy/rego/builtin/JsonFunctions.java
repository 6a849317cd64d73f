package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.text.ParseException;
import java.util.Objects;

/** JSON text. */
final class JsonFunctions {

  private JsonFunctions() {}

  static Family family() {
    return new Family()
        .define("json.marshal", call -> new RegoString(marshal(call, call.value(1))), Family.ANY)
        .define(
            "json.marshal_with_options",
            JsonFunctions::marshalWithOptions,
            Family.ANY,
            Family.OBJECT)
        .define("json.unmarshal", call -> unmarshal(call, call.string(1)), Family.STRING)
        .define("json.is_valid", JsonFunctions::isValid, Family.STRING);
  }

  /** A value as Go's encoder writes it: safe within HTML. */
  static String marshal(Call call, RegoValue value) throws BuiltinException {
    return call.json(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  static RegoValue unmarshal(Call call, String text) throws BuiltinException {
    call.spendLength(text.length());
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw BuiltinException.of(e.getMessage());
    }
  }

  private static RegoBoolean isValid(Call call) throws BuiltinException {
    if (!(call.value(1) instanceof RegoString string)) {
      return RegoBoolean.FALSE;
    }
    call.spendLength(string.value().length());
    try {
      RegoJson.parse(string.value());
      return RegoBoolean.TRUE;
    } catch (ParseException e) {
      return RegoBoolean.FALSE;
    }
  }

  private static RegoString marshalWithOptions(Call call) throws BuiltinException {
    RegoObject options = call.object(2);
    for (RegoValue key : options.keys()) {
      checkOption(key, Objects.requireNonNull(options.get(key)));
    }
    RegoValue pretty = options.get("pretty");
    boolean indented =
        pretty == null
            ? options.get("indent") != null || options.get("prefix") != null
            : pretty.isTruthy();
    String json = marshal(call, call.value(1));
    if (!indented) {
      return new RegoString(json);
    }
    String prefix = option(options, "prefix", "");
    String text = new JsonIndent(call, prefix, option(options, "indent", "\t")).indent(json);
    return new RegoString(prefix + text);
  }

  private static void checkOption(RegoValue key, RegoValue value) throws BuiltinException {
    String name = key instanceof RegoString string ? string.value() : key.toString();
    switch (name) {
      case "prefix", "indent" -> {
        if (!(value instanceof RegoString)) {
          throw Call.wrongOperand(
              2, "key " + key + " failed cast to string: " + notA("string", value));
        }
      }
      case "pretty" -> {
        if (!(value instanceof RegoBoolean)) {
          throw Call.wrongOperand(2, "key " + key + " failed cast to bool");
        }
      }
      default -> throw Call.wrongOperand(2, "object contained unknown key " + key);
    }
  }

  private static String notA(String type, RegoValue value) {
    return "must be " + type + " but got " + value.typeName();
  }

  private static String option(RegoObject options, String name, String otherwise) {
    return options.get(name) instanceof RegoString string ? string.value() : otherwise;
  }
}
