package dev.seaworthy.rego.eval;

import org.jspecify.annotations.Nullable;

/**
 * What rules and functions came to, by the numbers that they have in the policy. An evaluation
 * meets few of them, however many the policy has.
 */
final class Results {

  private int[] ids = new int[16];
  private @Nullable Object[] values = new Object[16];
  private int size;

  /** What is known under a number; null if nothing is. */
  @Nullable Object get(int id) {
    return values[slot(id)];
  }

  void put(int id, Object value) {
    int slot = slot(id);
    if (values[slot] == null && ++size * 2 > ids.length) {
      grow();
      slot = slot(id);
    }
    ids[slot] = id;
    values[slot] = value;
  }

  /** Where a number is, or would be. */
  private int slot(int id) {
    int mask = ids.length - 1;
    int slot = id & mask;
    while (values[slot] != null && ids[slot] != id) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldIds = ids;
    @Nullable Object[] oldValues = values;
    ids = new int[2 * oldIds.length];
    values = new Object[ids.length];
    for (int i = 0; i < oldIds.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldIds[i]);
        ids[slot] = oldIds[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
