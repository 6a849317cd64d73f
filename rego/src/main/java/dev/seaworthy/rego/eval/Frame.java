package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** The variables of one run of a rule or query. */
final class Frame {

  private static final Object[] NO_CELLS = {};

  final Evaluation evaluation;
  Context context;

  /** The variables, null before they are bound. */
  final @Nullable RegoValue[] slots;

  /** What comprehensions and the like keep while they run. */
  final @Nullable Object[] cells;

  /** The value of a rule or function, once there is one. */
  @Nullable RegoValue result;

  Frame(Evaluation evaluation, Context context, FrameSize size) {
    this.evaluation = evaluation;
    this.context = context;
    this.slots = new RegoValue[size.slots()];
    this.cells = size.cells() == 0 ? NO_CELLS : new Object[size.cells()];
  }
}
