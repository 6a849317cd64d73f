package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** Something with one value, or none. All its variables are bound. */
public abstract class Expression {

  /** The value, or null if it is undefined. */
  abstract @Nullable RegoValue evaluate(Frame frame);

  /** The value if it is the same in each evaluation. */
  public @Nullable RegoValue constant() {
    return null;
  }

  public static Expression constant(RegoValue value) {
    return new Constant(value);
  }

  public static Expression local(int slot) {
    return new Local(slot);
  }

  public static Expression input() {
    return new Input();
  }

  private static final class Constant extends Expression {

    private final RegoValue value;

    Constant(RegoValue value) {
      this.value = value;
    }

    @Override
    RegoValue evaluate(Frame frame) {
      return value;
    }

    @Override
    public RegoValue constant() {
      return value;
    }
  }

  private static final class Local extends Expression {

    private final int slot;

    Local(int slot) {
      this.slot = slot;
    }

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      return frame.slots[slot];
    }
  }

  private static final class Input extends Expression {

    @Override
    @Nullable RegoValue evaluate(Frame frame) {
      return frame.context.input();
    }
  }
}
