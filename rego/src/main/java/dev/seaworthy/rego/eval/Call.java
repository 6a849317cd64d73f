package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call; undefined if an argument is. */
public final class Call extends Expression {

  private final String name;
  private final Callee callee;
  private final Expression[] arguments;
  private final RegoLocation location;

  /**
   * @param name what {@code with} knows the function by
   */
  public Call(String name, Callee callee, List<Expression> arguments, RegoLocation location) {
    this.name = name;
    this.callee = callee;
    this.arguments = arguments.toArray(Expression[]::new);
    this.location = location;
  }

  @Override
  @Nullable RegoValue evaluate(Frame frame) {
    RegoValue[] values = new RegoValue[arguments.length];
    for (int i = 0; i < values.length; i++) {
      RegoValue value = arguments[i].evaluate(frame);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return frame.context.callee(name, callee).call(frame, values, location);
  }

  /** This call of a built-in that gives an array of results, one after the other. */
  public Flow relation(Pattern result, Flow next) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        if (!(evaluate(frame) instanceof RegoArray results)) {
          return false;
        }
        for (RegoValue value : results) {
          frame.evaluation.step(location);
          if (result.matches(frame, value) && next.run(frame)) {
            return true;
          }
        }
        return false;
      }
    };
  }

  /** This call as a comparison, if it is one: that needs no array of arguments. */
  public Expression comparison() {
    return switch (name) {
      case "equal" -> new Equality(this, true);
      case "neq" -> new Equality(this, false);
      case "lt" -> new Ordering(this, -1, -1);
      case "lte" -> new Ordering(this, -1, 0);
      case "gt" -> new Ordering(this, 1, 1);
      case "gte" -> new Ordering(this, 0, 1);
      default -> this;
    };
  }

  private abstract static class Comparison extends Expression {

    private final Call call;
    private final Expression left;
    private final Expression right;

    Comparison(Call call) {
      this.call = call;
      this.left = call.arguments[0];
      this.right = call.arguments[1];
    }

    abstract boolean holds(Evaluation evaluation, RegoValue a, RegoValue b);

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      if (!frame.context.mocks().isEmpty()) {
        return call.evaluate(frame);
      }
      RegoValue a = left.evaluate(frame);
      RegoValue b = a == null ? null : right.evaluate(frame);
      return a == null || b == null ? null : RegoBoolean.of(holds(frame.evaluation, a, b));
    }
  }

  private static final class Equality extends Comparison {

    private final boolean equal;

    Equality(Call call, boolean equal) {
      super(call);
      this.equal = equal;
    }

    @Override
    boolean holds(Evaluation evaluation, RegoValue a, RegoValue b) {
      return evaluation.equal(a, b) == equal;
    }
  }

  private static final class Ordering extends Comparison {

    private final int from;
    private final int to;

    /** Holds if the sign of the comparison lies between two. */
    Ordering(Call call, int from, int to) {
      super(call);
      this.from = from;
      this.to = to;
    }

    @Override
    boolean holds(Evaluation evaluation, RegoValue a, RegoValue b) {
      int sign = Integer.signum(evaluation.compare(a, b));
      return from <= sign && sign <= to;
    }
  }
}
