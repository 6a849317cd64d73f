package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as it is written, and what follows after {@code else}. */
public final class Clause {

  public static final String VALUE_CONFLICT = "complete rules must not produce multiple outputs";
  public static final String FUNCTION_CONFLICT =
      "functions must not produce multiple outputs for same inputs";

  private final Pattern[] parameters;
  private final FrameSize size;
  private final Flow body;
  private final RegoLocation location;
  private final @Nullable Clause otherwise;

  /**
   * @param parameters of a function; empty for a rule
   * @param body ends with one of the flows of this class
   * @param otherwise tried if the body does not hold
   */
  public Clause(
      List<Pattern> parameters,
      FrameSize size,
      Flow body,
      RegoLocation location,
      @Nullable Clause otherwise) {
    this.parameters = parameters.toArray(Pattern[]::new);
    this.size = size;
    this.body = body;
    this.location = location;
    this.otherwise = otherwise;
  }

  RegoLocation location() {
    return location;
  }

  /**
   * Evaluates it in the context of another frame.
   *
   * @param sink what partial rules add to
   * @return the value, or anything once something was added to the sink; null if nothing holds
   */
  @Nullable RegoValue run(Frame caller, RegoValue[] arguments, @Nullable Object sink) {
    for (Clause clause = this; clause != null; clause = clause.otherwise) {
      RegoValue result = clause.runAlone(caller, arguments, sink);
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private @Nullable RegoValue runAlone(Frame caller, RegoValue[] arguments, @Nullable Object sink) {
    caller.evaluation.step(location);
    Frame frame = new Frame(caller.evaluation, caller.context, size);
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].matches(frame, arguments[i])) {
        return null;
      }
    }
    if (sink != null) {
      frame.cells[0] = sink;
    }
    body.run(frame);
    return frame.result;
  }

  /**
   * The end of a body whose rule has one value.
   *
   * @param always whether all solutions give the same value, so that one is enough
   * @param conflict what to say of two values
   */
  public static Flow result(
      Expression value, boolean always, String conflict, RegoLocation location) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        RegoValue result = value.evaluate(frame);
        if (result == null) {
          return false;
        }
        if (frame.result != null && !frame.evaluation.equal(frame.result, result)) {
          throw EvaluationException.conflict(location, conflict);
        }
        frame.result = result;
        return always;
      }
    };
  }

  /** The end of a body that adds an element to a set. */
  public static Flow element(Expression element) {
    return added(Comprehension.collectElements(0, element));
  }

  /** The end of a body that adds an element to a set somewhere in an object. */
  public static Flow element(List<Expression> path, Expression element, RegoLocation location) {
    return added(ObjectTree.collectElement(path, element, location));
  }

  /** The end of a body that adds a member somewhere in an object. */
  public static Flow member(List<Expression> path, Expression value, RegoLocation location) {
    return added(ObjectTree.collectMember(path, value, location));
  }

  private static Flow added(Flow collector) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        frame.result = RegoBoolean.TRUE;
        return collector.run(frame);
      }
    };
  }
}
