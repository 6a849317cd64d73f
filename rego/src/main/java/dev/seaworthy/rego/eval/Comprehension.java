package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comprehensions: what they collect stands in a cell of the frame while their body runs, and the
 * flow of the body ends in what collects.
 */
public final class Comprehension {

  private Comprehension() {}

  /** The end of the body of an array comprehension. */
  public static Flow collectItems(int cell, Expression head) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        RegoValue value = head.evaluate(frame);
        if (value != null) {
          frame.evaluation.keep(value);
          items(frame, cell).add(value);
        }
        return false;
      }
    };
  }

  public static Expression array(int cell, Flow body) {
    return new Expression() {
      @Override
      RegoValue evaluate(Frame frame) {
        frame.cells[cell] = new ArrayList<RegoValue>();
        body.run(frame);
        return frame.evaluation.made(RegoArray.of(items(frame, cell)));
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static List<RegoValue> items(Frame frame, int cell) {
    return (List<RegoValue>) frame.cells[cell];
  }

  /** The end of the body of a set comprehension, and of a rule that defines a set. */
  public static Flow collectElements(int cell, Expression head) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        RegoValue value = head.evaluate(frame);
        if (value != null) {
          frame.evaluation.keep(value);
          ((RegoSet.Builder) frame.cells[cell]).add(value);
        }
        return false;
      }
    };
  }

  public static Expression set(int cell, Flow body) {
    return new Expression() {
      @Override
      RegoValue evaluate(Frame frame) {
        RegoSet.Builder set = RegoSet.builder();
        frame.cells[cell] = set;
        body.run(frame);
        return frame.evaluation.made(set.build());
      }
    };
  }

  /** The end of the body of an object comprehension; a second value of a key is an error. */
  public static Flow collectMembers(
      int cell, Expression key, Expression value, RegoLocation location) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        RegoValue name = key.evaluate(frame);
        RegoValue member = name == null ? null : value.evaluate(frame);
        if (name != null && member != null) {
          RegoObject.Builder object = (RegoObject.Builder) frame.cells[cell];
          frame.evaluation.keep(name);
          RegoValue before = object.get(name);
          if (before == null) {
            object.put(name, member);
          } else if (!frame.evaluation.equal(before, member)) {
            throw EvaluationException.objectKeys(location);
          }
        }
        return false;
      }
    };
  }

  public static Expression object(int cell, Flow body) {
    return new Expression() {
      @Override
      RegoValue evaluate(Frame frame) {
        RegoObject.Builder object = RegoObject.builder();
        frame.cells[cell] = object;
        body.run(frame);
        return frame.evaluation.made(object.build());
      }
    };
  }

  /** The first element of a set, undefined if it is empty; any other value as it is. */
  public static Expression element(Expression part) {
    if (part.constant() != null && !(part.constant() instanceof RegoSet)) {
      return part;
    }
    return new Expression() {
      @Override
      @Nullable RegoValue evaluate(Frame frame) {
        RegoValue value = part.evaluate(frame);
        if (value instanceof RegoSet set) {
          return set.size() == 0 ? null : set.items().iterator().next();
        }
        return value;
      }
    };
  }

  /**
   * The value of a part of an interpolated string, or of an argument of a print.
   *
   * @param body binds the value to a slot; ends with {@link Flow#STOP}
   */
  public static Expression optional(Flow body, int slot) {
    return new Expression() {
      @Override
      @Nullable RegoValue evaluate(Frame frame) {
        return body.run(frame) ? frame.slots[slot] : null;
      }
    };
  }
}
