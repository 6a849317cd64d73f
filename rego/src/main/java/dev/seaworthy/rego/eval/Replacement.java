package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one {@code with} puts in the place of something. */
public abstract class Replacement {

  private Replacement() {}

  /** Adds it to a context that is made; false if it has no value. */
  abstract boolean applyTo(Draft draft, Frame frame);

  /**
   * Replaces a part of the input, or all of it.
   *
   * @param path empty for the whole input
   */
  public static Replacement ofInput(List<RegoValue> path, Expression value) {
    RegoValue[] target = path.toArray(RegoValue[]::new);
    return byValue(
        value, (draft, replacing) -> draft.input = put(draft.input, target, 0, replacing));
  }

  /** Replaces a part of data; rules there do not count any more. */
  public static Replacement ofData(List<RegoValue> path, Expression value) {
    RegoValue[] target = path.toArray(RegoValue[]::new);
    return byValue(
        value,
        (draft, replacing) -> {
          draft.data = put(draft.data, target, 0, replacing);
          draft.replaced.add(target);
        });
  }

  /** Replaces a function by another. */
  public static Replacement ofFunction(String name, Callee function) {
    return byCallee(name, Callee.unmocked(function));
  }

  /** Replaces the result of a function by a value. */
  public static Replacement ofResult(String name, Expression value) {
    return byValue(
        value,
        (draft, replacing) -> draft.mocks.put(name, Callee.value(Expression.constant(replacing))));
  }

  /** Replaces the result of a function by a document, as it is where the function is called. */
  public static Replacement ofDocument(String name, Expression document) {
    return byCallee(name, Callee.value(document));
  }

  /** Replaces something by a value that is known once the replacement is made. */
  private static Replacement byValue(Expression value, BiConsumer<Draft, RegoValue> replace) {
    return new Replacement() {
      @Override
      boolean applyTo(Draft draft, Frame frame) {
        RegoValue replacing = value.evaluate(frame);
        if (replacing == null) {
          return false;
        }
        replace.accept(draft, replacing);
        return true;
      }
    };
  }

  private static Replacement byCallee(String name, Callee replacing) {
    return new Replacement() {
      @Override
      boolean applyTo(Draft draft, Frame frame) {
        draft.mocks.put(name, replacing);
        return true;
      }
    };
  }

  /** The context of a frame with all replacements, in order; null if one has no value. */
  static @Nullable Context apply(List<Replacement> replacements, Frame frame) {
    Draft draft = new Draft(frame.context);
    for (Replacement replacement : replacements) {
      if (!replacement.applyTo(draft, frame)) {
        return null;
      }
    }
    return frame.context.with(draft.input, draft.data, draft.replaced, draft.mocks);
  }

  private static RegoValue put(
      @Nullable RegoValue document, RegoValue[] path, int index, RegoValue value) {
    if (index == path.length) {
      return value;
    }
    RegoObject parent = document instanceof RegoObject object ? object : RegoObject.EMPTY;
    RegoValue key = path[index];
    return parent.with(key, put(parent.get(key), path, index + 1, value));
  }

  /** A context that is made. */
  static final class Draft {

    private @Nullable RegoValue input;
    private @Nullable RegoValue data;
    private final List<RegoValue[]> replaced;
    private final Map<String, Callee> mocks;

    Draft(Context outer) {
      input = outer.input();
      data = outer.data();
      replaced = new ArrayList<>(outer.replaced());
      mocks = new HashMap<>(outer.mocks());
    }
  }
}
