package dev.seaworthy.rego.compile;

import dev.seaworthy.rego.eval.FrameSize;
import java.util.HashMap;
import java.util.Map;

/** Gives the variables of a rule their places in its frame. */
final class Slots {

  private final Map<String, Integer> slots = new HashMap<>();
  private int temporaries;
  private int cells;

  int of(String name) {
    Integer known = slots.get(name);
    if (known == null) {
      known = slots.size() + temporaries;
      slots.put(name, known);
    }
    return known;
  }

  /** A slot for an intermediate value. */
  int temporary() {
    return slots.size() + temporaries++;
  }

  /** A place for the state of a comprehension or the like. */
  int cell() {
    return cells++;
  }

  FrameSize size() {
    return new FrameSize(slots.size() + temporaries, cells);
  }
}
