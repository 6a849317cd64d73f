package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoValue;
import java.util.Arrays;
import java.util.List;

/**
 * What an argument may be.
 *
 * @param types names of types as {@code type_name} gives them; empty for any
 */
public record ArgumentType(List<String> types) {

  public static final ArgumentType ANY = new ArgumentType(List.of());

  public ArgumentType {
    types = List.copyOf(types);
  }

  public static ArgumentType of(String... types) {
    return new ArgumentType(Arrays.asList(types));
  }

  public boolean accepts(RegoValue value) {
    return types.isEmpty() || types.contains(value.typeName());
  }
}
