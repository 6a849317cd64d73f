package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that Go's templates have. */
final class TemplateFunctions {

  private static final Set<String> NAMES =
      Set.of(
          "and", "or", "not", "len", "index", "eq", "ne", "lt", "le", "gt", "ge", "print", "printf",
          "println");

  private TemplateFunctions() {}

  static boolean isName(String name) {
    return NAMES.contains(name);
  }

  static @Nullable RegoValue apply(Call call, String name, List<@Nullable RegoValue> arguments)
      throws BuiltinException {
    if (arguments.isEmpty() && !name.startsWith("print")) {
      throw GoTemplate.problem("wrong number of args for " + name + ": got 0");
    }
    return switch (name) {
      case "and" -> first(arguments, false);
      case "or" -> first(arguments, true);
      case "not" -> RegoBoolean.of(!TemplatePipeline.isTrue(arguments.get(0)));
      case "len" -> length(arguments.get(0));
      case "index" -> index(arguments);
      case "print" -> new RegoString(joined(call, arguments, ""));
      case "println" -> new RegoString(joined(call, arguments, " ") + "\n");
      case "printf" -> printf(call, arguments);
      default -> RegoBoolean.of(compare(name, arguments));
    };
  }

  /** The first argument that is true, or is not; otherwise the last one. */
  private static @Nullable RegoValue first(List<@Nullable RegoValue> arguments, boolean truth) {
    for (RegoValue argument : arguments) {
      if (TemplatePipeline.isTrue(argument) == truth) {
        return argument;
      }
    }
    return arguments.get(arguments.size() - 1);
  }

  private static RegoNumber length(@Nullable RegoValue value) throws BuiltinException {
    if (value instanceof RegoString string) {
      return RegoNumber.of(RegoBytes.encode(string.value()).length);
    }
    if (value instanceof RegoObject object) {
      return RegoNumber.of(object.size());
    }
    List<RegoValue> items = value == null ? null : Call.itemsOf(value);
    if (items == null) {
      throw GoTemplate.problem("error calling len: len of a value without length");
    }
    return RegoNumber.of(items.size());
  }

  private static @Nullable RegoValue index(List<@Nullable RegoValue> arguments)
      throws BuiltinException {
    RegoValue value = arguments.get(0);
    for (RegoValue key : arguments.subList(1, arguments.size())) {
      RegoValue found = value == null || key == null ? null : Selection.select(value, key);
      if (found == null && !(value instanceof RegoObject)) {
        throw GoTemplate.problem("error calling index: index out of range: " + key);
      }
      value = found;
    }
    return value;
  }

  private static String joined(Call call, List<@Nullable RegoValue> arguments, String separator) {
    List<String> parts = new ArrayList<>();
    for (RegoValue argument : arguments) {
      parts.add(TemplatePipeline.print(call, argument));
    }
    return String.join(separator, parts);
  }

  private static RegoString printf(Call call, List<@Nullable RegoValue> arguments)
      throws BuiltinException {
    if (arguments.isEmpty() || !(arguments.get(0) instanceof RegoString format)) {
      throw GoTemplate.problem("wrong type for value; expected string");
    }
    List<Object> values = new ArrayList<>();
    for (RegoValue argument : arguments.subList(1, arguments.size())) {
      values.add(
          argument instanceof RegoNumber number
              ? Sprintf.goNumber(number)
              : TemplatePipeline.print(call, argument));
    }
    return new RegoString(GoFormat.format(call, format.value(), values));
  }

  private static boolean compare(String name, List<@Nullable RegoValue> arguments)
      throws BuiltinException {
    RegoValue first = arguments.get(0);
    if (arguments.size() < 2) {
      throw GoTemplate.problem("error calling " + name + ": missing argument for comparison");
    }
    if (name.equals("eq")) {
      return arguments.subList(1, arguments.size()).contains(first);
    }
    RegoValue second = arguments.get(1);
    if (name.equals("ne")) {
      return !Objects.equals(first, second);
    }
    boolean comparable =
        first != null
            && second != null
            && first.typeOrder() == second.typeOrder()
            && (first instanceof RegoNumber || first instanceof RegoString);
    if (!comparable) {
      throw GoTemplate.problem("error calling " + name + ": incompatible types for comparison");
    }
    int order = first.compareTo(second);
    return switch (name) {
      case "lt" -> order < 0;
      case "le" -> order <= 0;
      case "gt" -> order > 0;
      default -> order >= 0;
    };
  }
}
