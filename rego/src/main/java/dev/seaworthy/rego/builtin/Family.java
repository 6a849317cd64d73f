package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of a family of built-ins: name, function, types of the arguments. */
final class Family {

  static final ArgumentType ANY = ArgumentType.ANY;
  static final ArgumentType ARRAY = ArgumentType.of("array");
  static final ArgumentType COLLECTION = ArgumentType.of("array", "set");
  static final ArgumentType KEYS = ArgumentType.of("array", "object", "set");
  static final ArgumentType NUMBER = ArgumentType.of("number");
  static final ArgumentType OBJECT = ArgumentType.of("object");
  static final ArgumentType SET = ArgumentType.of("set");
  static final ArgumentType STRING = ArgumentType.of("string");

  private final List<Builtin> builtins = new ArrayList<>();

  /** The work of a built-in. */
  @FunctionalInterface
  interface Body {
    @Nullable RegoValue apply(Call call) throws BuiltinException;
  }

  Family define(String name, Body body, ArgumentType... parameters) {
    builtins.add(new Builtin(name, List.of(parameters), false, named(name, body)));
    return this;
  }

  /** Defines a built-in that gives several results. */
  Family relation(String name, Body body, ArgumentType... parameters) {
    builtins.add(new Builtin(name, List.of(parameters), true, named(name, body)));
    return this;
  }

  List<Builtin> builtins() {
    return builtins;
  }

  private static Builtin.Function named(String name, Body body) {
    return (context, arguments) -> {
      try {
        return body.apply(new Call(context, arguments));
      } catch (BuiltinException e) {
        throw e.in(name);
      } catch (StackOverflowError e) {
        // only arguments nested within each other thousands of times get here
        throw BuiltinException.of("the arguments are nested too deeply").in(name);
      }
    };
  }
}
