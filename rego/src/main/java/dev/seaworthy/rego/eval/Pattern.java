package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A term with variables that a value is unified with. */
public abstract class Pattern {

  /** Matches anything. */
  public static final Pattern ANY =
      new Pattern() {
        @Override
        boolean matches(Frame frame, RegoValue value) {
          return true;
        }
      };

  /** Matches nothing. */
  public static final Pattern NONE =
      new Pattern() {
        @Override
        boolean matches(Frame frame, RegoValue value) {
          return false;
        }
      };

  /** Whether a value fits; the variables are bound then. */
  abstract boolean matches(Frame frame, RegoValue value);

  /** A variable that is bound here. */
  public static Pattern bind(int slot) {
    return new Bind(slot);
  }

  /** A term without variables to bind. */
  public static Pattern same(Expression expression) {
    RegoValue constant = expression.constant();
    return constant == null ? new Same(expression) : new SameConstant(constant);
  }

  public static Pattern array(List<Pattern> items) {
    return new ArrayPattern(items.toArray(Pattern[]::new));
  }

  /** An object with exactly these keys. */
  public static Pattern object(List<Expression> keys, List<Pattern> values) {
    return new ObjectPattern(keys.toArray(Expression[]::new), values.toArray(Pattern[]::new));
  }

  private static final class Bind extends Pattern {

    private final int slot;

    Bind(int slot) {
      this.slot = slot;
    }

    @Override
    boolean matches(Frame frame, RegoValue value) {
      frame.slots[slot] = value;
      return true;
    }
  }

  private static final class Same extends Pattern {

    private final Expression expression;

    Same(Expression expression) {
      this.expression = expression;
    }

    @Override
    boolean matches(Frame frame, RegoValue value) {
      RegoValue expected = expression.evaluate(frame);
      return expected != null && frame.evaluation.equal(expected, value);
    }
  }

  private static final class SameConstant extends Pattern {

    private final RegoValue expected;

    SameConstant(RegoValue expected) {
      this.expected = expected;
    }

    @Override
    boolean matches(Frame frame, RegoValue value) {
      return frame.evaluation.equal(expected, value);
    }
  }

  private static final class ArrayPattern extends Pattern {

    private final Pattern[] items;

    ArrayPattern(Pattern[] items) {
      this.items = items;
    }

    @Override
    boolean matches(Frame frame, RegoValue value) {
      if (!(value instanceof RegoArray array) || array.size() != items.length) {
        return false;
      }
      for (int i = 0; i < items.length; i++) {
        if (!items[i].matches(frame, array.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private static final class ObjectPattern extends Pattern {

    private final Expression[] keys;
    private final Pattern[] values;

    ObjectPattern(Expression[] keys, Pattern[] values) {
      this.keys = keys;
      this.values = values;
    }

    @Override
    boolean matches(Frame frame, RegoValue value) {
      if (!(value instanceof RegoObject object) || object.size() != keys.length) {
        return false;
      }
      for (int i = 0; i < keys.length; i++) {
        RegoValue key = keys[i].evaluate(frame);
        @Nullable RegoValue member = key == null ? null : object.get(key);
        if (member == null || !values[i].matches(frame, member)) {
          return false;
        }
      }
      return true;
    }
  }
}
