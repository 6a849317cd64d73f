package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Statements under {@code with}: they are evaluated in a context of their own. */
public final class With {

  private With() {}

  /** Steps under replacements; the values of these are evaluated outside. */
  public static Step step(List<Replacement> replacements, List<Step> inner) {
    Step steps = Statements.all(inner);
    return new Step() {
      @Override
      boolean holds(Frame frame) {
        Context outer = frame.context;
        Context replaced = Replacement.apply(replacements, frame);
        if (replaced == null) {
          return false;
        }
        frame.context = replaced;
        boolean holds = steps.holds(frame);
        frame.context = outer;
        return holds;
      }
    };
  }

  /** A term under replacements. */
  public static Expression expression(List<Replacement> replacements, Expression term) {
    return new Expression() {
      @Override
      @Nullable RegoValue evaluate(Frame frame) {
        Context outer = frame.context;
        Context replaced = Replacement.apply(replacements, frame);
        if (replaced == null) {
          return null;
        }
        frame.context = replaced;
        RegoValue value = term.evaluate(frame);
        frame.context = outer;
        return value;
      }
    };
  }

  /**
   * Statements with several solutions under replacements.
   *
   * @param cell keeps the context outside
   * @param inner makes the statements, given what follows them
   * @param next what follows, outside again
   */
  public static Flow flow(
      List<Replacement> replacements, int cell, UnaryOperator<Flow> inner, Flow next) {
    Flow statements = inner.apply(leave(cell, next));
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        Context outer = frame.context;
        Context replaced = Replacement.apply(replacements, frame);
        if (replaced == null) {
          return false;
        }
        frame.cells[cell] = outer;
        frame.context = replaced;
        boolean stop = statements.run(frame);
        frame.context = outer;
        return stop;
      }
    };
  }

  private static Flow leave(int cell, Flow next) {
    return new Flow() {
      @Override
      boolean run(Frame frame) {
        Context inner = frame.context;
        frame.context = (Context) Objects.requireNonNull(frame.cells[cell]);
        boolean stop = next.run(frame);
        frame.context = inner;
        return stop;
      }
    };
  }
}
