package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.builtin.BuiltinException;
import dev.seaworthy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** What can be called: a built-in, a function of a policy, or what {@code with} puts there. */
public abstract class Callee {

  /**
   * Calls it.
   *
   * @param caller the frame of the call, in whose context it runs
   * @param arguments as many as it takes
   * @param at the place of the call
   * @return the result, or null
   */
  abstract @Nullable RegoValue call(Frame caller, RegoValue[] arguments, RegoLocation at);

  /** A built-in. Its errors are undefined unless they are to be strict. */
  public static Callee builtin(Builtin builtin) {
    return new Callee() {
      @Override
      @Nullable RegoValue call(Frame caller, RegoValue[] arguments, RegoLocation at) {
        Evaluation evaluation = caller.evaluation;
        evaluation.step(at);
        evaluation.enter(at);
        try {
          RegoValue result = builtin.function().apply(evaluation, arguments);
          return result == null ? null : evaluation.made(result);
        } catch (BuiltinException e) {
          evaluation.failed(e, at);
          return null;
        }
      }
    };
  }

  /** A built-in that is not there: only policies that replace it wherever they call it may. */
  public static Callee missing(String name, String reason) {
    return new Callee() {
      @Override
      RegoValue call(Frame caller, RegoValue[] arguments, RegoLocation at) {
        throw EvaluationException.of(
            at, "eval_builtin_error", name + " is not supported: " + reason);
      }
    };
  }

  /** What {@code with} puts in the place of a function: in it, all functions are themselves. */
  static Callee unmocked(Callee replacement) {
    return new Callee() {
      @Override
      @Nullable RegoValue call(Frame caller, RegoValue[] arguments, RegoLocation at) {
        Context outer = caller.context;
        caller.context = outer.unmocked();
        RegoValue result = replacement.call(caller, arguments, at);
        caller.context = outer;
        return result;
      }
    };
  }

  /** What {@code with} puts in the place of a function: a value, whatever the arguments. */
  public static Callee value(Expression value) {
    return new Callee() {
      @Override
      @Nullable RegoValue call(Frame caller, RegoValue[] arguments, RegoLocation at) {
        return value.evaluate(caller);
      }
    };
  }
}
