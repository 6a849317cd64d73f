package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that Rego brings.
 *
 * @param name the name, such as {@code json.marshal}; infix operators have names too, such as
 *     {@code plus}
 * @param parameters what each argument may be, for checks at compile time; their number is the
 *     arity
 * @param relation whether it gives several results, one after the other ({@code walk})
 * @param function what it does
 */
public record Builtin(
    String name, List<ArgumentType> parameters, boolean relation, Function function) {

  public Builtin {
    parameters = List.copyOf(parameters);
  }

  public int arity() {
    return parameters.size();
  }

  /** The work of a built-in. Pure, but for what the context offers. */
  @FunctionalInterface
  public interface Function {

    /**
     * Computes the result.
     *
     * @param context what is there besides the arguments
     * @param arguments as many as there are parameters, of any type: the function checks them
     * @return the result; for a relation an array of results; null if there is none
     * @throws BuiltinException if the arguments make no sense
     */
    @Nullable RegoValue apply(BuiltinContext context, RegoValue[] arguments)
        throws BuiltinException;
  }
}
