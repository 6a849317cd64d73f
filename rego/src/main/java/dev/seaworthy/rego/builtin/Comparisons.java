package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.function.IntPredicate;

/** Comparison of values and membership in collections. */
final class Comparisons {

  private static final int VALUES_PER_STEP = 16;

  private Comparisons() {}

  static Family family() {
    return new Family()
        .define("equal", call -> RegoBoolean.of(areEqual(call)), Family.ANY, Family.ANY)
        .define("neq", call -> RegoBoolean.of(!areEqual(call)), Family.ANY, Family.ANY)
        .define("lt", call -> ordered(call, order -> order < 0), Family.ANY, Family.ANY)
        .define("lte", call -> ordered(call, order -> order <= 0), Family.ANY, Family.ANY)
        .define("gt", call -> ordered(call, order -> order > 0), Family.ANY, Family.ANY)
        .define("gte", call -> ordered(call, order -> order >= 0), Family.ANY, Family.ANY)
        .define("internal.member_2", Comparisons::member, Family.ANY, Family.ANY)
        .define(
            "internal.member_3", Comparisons::memberWithKey, Family.ANY, Family.ANY, Family.ANY);
  }

  private static boolean areEqual(Call call) {
    call.spend(1 + call.value(1).weight() / VALUES_PER_STEP);
    return call.value(1).equals(call.value(2));
  }

  private static RegoBoolean ordered(Call call, IntPredicate holds) {
    call.spend(1 + call.value(1).weight() / VALUES_PER_STEP);
    return RegoBoolean.of(holds.test(call.value(1).compareTo(call.value(2))));
  }

  private static RegoBoolean member(Call call) {
    RegoValue value = call.value(1);
    RegoValue collection = call.value(2);
    call.spend(1 + value.weight() / VALUES_PER_STEP);
    boolean found = false;
    if (collection instanceof RegoSet set) {
      found = set.contains(value);
    } else if (collection instanceof RegoArray array) {
      call.spend(array.size());
      found = array.items().contains(value);
    } else if (collection instanceof RegoObject object) {
      call.spend(object.size());
      found = object.keys().stream().anyMatch(key -> value.equals(object.get(key)));
    }
    return RegoBoolean.of(found);
  }

  private static RegoBoolean memberWithKey(Call call) {
    RegoValue key = call.value(1);
    RegoValue value = call.value(2);
    RegoValue collection = call.value(3);
    return RegoBoolean.of(
        collection instanceof RegoSet set
            ? set.contains(key) && key.equals(value)
            : value.equals(Selection.select(collection, key)));
  }
}
