package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that hold at most once. */
public final class Statements {

  private Statements() {}

  /** A term that has to have a value other than false. */
  public static Step holds(Expression term) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        RegoValue value = term.evaluate(frame);
        return value != null && value.isTruthy();
      }
    };
  }

  /** A term that only has to have a value. */
  public static Step defined(Expression term) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        return term.evaluate(frame) != null;
      }
    };
  }

  /** A variable that is bound to a value. */
  public static Step store(int slot, Expression term) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        RegoValue value = term.evaluate(frame);
        frame.slots[slot] = value;
        return value != null;
      }
    };
  }

  public static Step equal(Expression left, Expression right) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        RegoValue a = left.evaluate(frame);
        RegoValue b = a == null ? null : right.evaluate(frame);
        return a != null && b != null && frame.evaluation.equal(a, b);
      }
    };
  }

  public static Step match(Pattern pattern, Expression term) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        RegoValue value = term.evaluate(frame);
        return value != null && pattern.matches(frame, value);
      }
    };
  }

  /**
   * A negated statement.
   *
   * @param body ends with {@link Flow#STOP}
   */
  public static Step not(Flow body) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        return !body.run(frame);
      }
    };
  }

  /** Steps that all have to hold. */
  public static Step all(List<Step> steps) {
    if (steps.size() == 1) {
      return steps.get(0);
    }
    Step[] array = steps.toArray(Step[]::new);
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        for (Step step : array) {
          if (!step.holds(frame)) {
            return false;
          }
        }
        return true;
      }
    };
  }

  /** What never holds. */
  public static Step never() {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        return false;
      }
    };
  }

  /**
   * A body that has to hold for each item.
   *
   * @param body ends with {@link Flow#STOP}
   */
  public static Step every(
      Pattern key, Pattern value, Expression domain, Flow body, RegoLocation location) {
    Flow failing =
        new Flow() {
          @Override
          boolean run(Frame frame) {
            return !body.run(frame);
          }
        };
    Flow counterexample = new Scan(domain, key, value, location, failing);
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        return isCollection(domain.evaluate(frame)) && !counterexample.run(frame);
      }
    };
  }

  private static boolean isCollection(@Nullable RegoValue value) {
    return value instanceof RegoArray || value instanceof RegoObject || value instanceof RegoSet;
  }
}
