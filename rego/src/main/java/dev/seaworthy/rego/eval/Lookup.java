package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reference whose steps are all known: each leads from one value to another. */
public final class Lookup extends Expression {

  private final Expression start;
  private final Expression[] steps;

  private Lookup(Expression start, Expression[] steps) {
    this.start = start;
    this.steps = steps;
  }

  public static Expression of(Expression start, List<Expression> steps) {
    if (steps.isEmpty()) {
      return start;
    }
    RegoValue[] constants = new RegoValue[steps.size()];
    for (int i = 0; i < constants.length; i++) {
      RegoValue constant = steps.get(i).constant();
      if (constant == null) {
        return new Lookup(start, steps.toArray(Expression[]::new));
      }
      constants[i] = constant;
    }
    return new Fixed(start, constants);
  }

  /** The base document at a path into data, whatever rules there are. */
  public static Expression base(List<Expression> path) {
    return new Base(path.toArray(Expression[]::new));
  }

  @Override
  @Nullable RegoValue evaluate(Frame frame) {
    RegoValue value = start.evaluate(frame);
    for (int i = 0; i < steps.length && value != null; i++) {
      RegoValue key = steps[i].evaluate(frame);
      value = key == null ? null : value.at(key);
    }
    return value;
  }

  /**
   * A step into a base document. It is stored under paths of text, as OPA has it: an index finds
   * the member of that name, and a name the item of that index.
   */
  static @Nullable RegoValue inBase(@Nullable RegoValue document, RegoValue key) {
    if (document == null) {
      return null;
    }
    RegoValue found = document.at(key);
    if (found == null && key instanceof RegoNumber && document instanceof RegoObject) {
      return document.at(new RegoString(key.toString()));
    }
    return found;
  }

  static @Nullable RegoValue inBase(@Nullable RegoValue document, RegoValue[] path, int length) {
    RegoValue value = document;
    for (int i = 0; i < length; i++) {
      value = inBase(value, path[i]);
    }
    return value;
  }

  private static final class Fixed extends Expression {

    private final Expression start;
    private final RegoValue[] path;

    Fixed(Expression start, RegoValue[] path) {
      this.start = start;
      this.path = path;
    }

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      RegoValue value = start.evaluate(frame);
      for (int i = 0; i < path.length && value != null; i++) {
        value = value.at(path[i]);
      }
      return value;
    }
  }

  private static final class Base extends Expression {

    private final Expression[] path;

    Base(Expression[] path) {
      this.path = path;
    }

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      RegoValue value = frame.context.data();
      for (int i = 0; i < path.length && value != null; i++) {
        RegoValue key = path[i].evaluate(frame);
        value = key == null ? null : inBase(value, key);
      }
      return value;
    }
  }
}
