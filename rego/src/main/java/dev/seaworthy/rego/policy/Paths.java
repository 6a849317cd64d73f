package dev.seaworthy.rego.policy;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Field paths as policies have them: arrays of names and indices, relative to the object. */
final class Paths {

  /** Deeper than any object that is read. */
  static final int MAX_STEPS = 1_000;

  private Paths() {}

  static RegoArray value(FieldPath path) {
    List<RegoValue> steps = new ArrayList<>();
    for (FieldPath step : path.steps()) {
      steps.add(value(step, step.isIndex()));
    }
    return RegoArray.of(steps);
  }

  private static RegoValue value(FieldPath step, boolean index) {
    return index ? RegoNumber.of(step.index()) : new RegoString(step.name());
  }

  /** What lies under a path, null if nothing does. */
  static RegoValue at(RegoValue root, FieldPath path) {
    RegoValue value = root;
    for (FieldPath step : path.steps()) {
      RegoValue next = value.at(value(step, step.isIndex()));
      if (next == null) {
        return RegoNull.NULL;
      }
      value = next;
    }
    return value;
  }

  /**
   * Reads a path: an array of at most {@link #MAX_STEPS} strings and whole numbers from 0; empty if
   * it is something else.
   */
  static Optional<FieldPath> read(RegoValue value) {
    if (!(value instanceof RegoArray steps) || steps.size() > MAX_STEPS) {
      return Optional.empty();
    }
    FieldPath path = FieldPath.ROOT;
    for (RegoValue step : steps) {
      if (step instanceof RegoString name) {
        path = path.child(name.value());
      } else if (step instanceof RegoNumber number
          && number.isLong()
          && number.longValue() >= 0
          && number.longValue() <= Integer.MAX_VALUE) {
        path = path.child((int) number.longValue());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(path);
  }
}
