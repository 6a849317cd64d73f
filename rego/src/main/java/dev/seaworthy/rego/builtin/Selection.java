package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** Access to the parts of values as references have it. */
final class Selection {

  private Selection() {}

  /** The value that {@code collection[key]} refers to, or null. */
  static @Nullable RegoValue select(RegoValue collection, RegoValue key) {
    if (collection instanceof RegoObject object) {
      return object.get(key);
    }
    if (collection instanceof RegoSet set) {
      return set.contains(key) ? key : null;
    }
    boolean inArray =
        collection instanceof RegoArray array
            && key instanceof RegoNumber index
            && index.isLong()
            && index.longValue() >= 0
            && index.longValue() < array.size();
    return inArray ? ((RegoArray) collection).get((int) ((RegoNumber) key).longValue()) : null;
  }

  /** The value at a path, or null. */
  static @Nullable RegoValue follow(RegoValue value, Iterable<RegoValue> path) {
    RegoValue at = value;
    for (RegoValue key : path) {
      at = select(at, key);
      if (at == null) {
        return null;
      }
    }
    return at;
  }
}
