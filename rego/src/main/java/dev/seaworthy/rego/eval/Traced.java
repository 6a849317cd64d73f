package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.trace.TraceEvent;
import dev.seaworthy.rego.trace.TraceEvent.Operation;
import dev.seaworthy.rego.trace.TracePoint;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Statements and rules that tell what becomes of them. Only in programs that can be traced. */
public final class Traced {

  private static final Object HELD = new Object();

  private Traced() {}

  /** A part of a statement whose variables are bound before it. */
  public record Part(RegoLocation location, Expression value) {}

  /** A statement that holds at most once. */
  public static Step step(TracePoint point, List<Part> parts, List<Step> statement) {
    Step steps = Statements.all(statement);
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        frame.evaluation.trace().on(point);
        tell(Operation.EVAL, point, parts, frame);
        boolean holds = steps.holds(frame);
        if (!holds) {
          tell(Operation.FAIL, point, parts, frame);
        }
        return holds;
      }
    };
  }

  /**
   * A statement that may hold several times, and what follows it.
   *
   * @param cell keeps whether it held
   * @param statement makes the statement, given what follows
   */
  public static Flow flow(
      TracePoint point, List<Part> parts, int cell, UnaryOperator<Flow> statement, Flow next) {
    Flow inner = statement.apply(held(point, parts, cell, next));
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        frame.evaluation.trace().on(point);
        tell(Operation.EVAL, point, parts, frame);
        frame.cells[cell] = null;
        boolean stop = inner.run(frame);
        if (frame.cells[cell] == null) {
          tell(Operation.FAIL, point, parts, frame);
        }
        return stop;
      }
    };
  }

  private static Flow held(TracePoint point, List<Part> parts, int cell, Flow next) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        frame.cells[cell] = HELD;
        boolean stop = next.run(frame);
        if (!stop) {
          tell(Operation.REDO, point, parts, frame);
        }
        return stop;
      }
    };
  }

  /** The body of a rule. */
  public static Flow rule(TracePoint point, Flow body) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        Trace trace = frame.evaluation.trace();
        trace.enter();
        tell(Operation.ENTER, point, List.of(), frame);
        boolean stop = body.run(frame);
        trace.leave();
        return stop;
      }
    };
  }

  /** The end of the body of a rule. */
  public static Flow exit(TracePoint point, Flow end) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        tell(Operation.EXIT, point, List.of(), frame);
        return end.run(frame);
      }
    };
  }

  /** What a rule adds is known from here on. */
  public static Step key(TracePoint point, List<Part> keys) {
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        tell(Operation.KEY, point, keys, frame);
        return true;
      }
    };
  }

  private static void tell(Operation operation, TracePoint point, List<Part> parts, Frame frame) {
    Trace trace = frame.evaluation.trace();
    trace.tell(operation, point, () -> trace.silently(() -> operands(parts, frame)));
  }

  private static List<TraceEvent.Operand> operands(List<Part> parts, Frame frame) {
    return parts.stream()
        .map(part -> new TraceEvent.Operand(part.location(), value(part.value(), frame)))
        .toList();
  }

  private static Optional<RegoValue> value(Expression part, Frame frame) {
    try {
      return Optional.ofNullable(part.evaluate(frame));
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }
}
