package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Arrays of arrays. */
final class ArrayFunctions {

  private ArrayFunctions() {}

  static Family family() {
    return new Family()
        .define("array.concat", ArrayFunctions::concat, Family.ARRAY, Family.ARRAY)
        .define("array.slice", ArrayFunctions::slice, Family.ARRAY, Family.NUMBER, Family.NUMBER)
        .define("array.reverse", ArrayFunctions::reverse, Family.ARRAY)
        .define("array.flatten", ArrayFunctions::flatten, Family.ARRAY);
  }

  private static RegoArray concat(Call call) throws BuiltinException {
    RegoArray first = call.array(1);
    RegoArray second = call.array(2);
    call.spend((long) first.size() + second.size());
    List<RegoValue> items = new ArrayList<>(first.items());
    items.addAll(second.items());
    return RegoArray.of(items);
  }

  private static RegoArray slice(Call call) throws BuiltinException {
    RegoArray array = call.array(1);
    long start = call.integer(2);
    long stop = call.integer(3);
    int to = (int) Math.max(0, Math.min(stop, array.size()));
    int from = (int) Math.max(0, Math.min(start, to));
    call.spend(to - from);
    return RegoArray.of(array.items().subList(from, to));
  }

  private static RegoArray reverse(Call call) throws BuiltinException {
    List<RegoValue> items = new ArrayList<>(call.array(1).items());
    call.spend(items.size());
    Collections.reverse(items);
    return RegoArray.of(items);
  }

  /** The items of the items that are arrays, and the other items. */
  private static RegoArray flatten(Call call) throws BuiltinException {
    List<RegoValue> items = new ArrayList<>();
    for (RegoValue item : call.array(1)) {
      if (item instanceof RegoArray inner) {
        call.spend(inner.size());
        items.addAll(inner.items());
      } else {
        items.add(item);
      }
    }
    return RegoArray.of(items);
  }
}
