package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Set algebra. */
final class Sets {

  private Sets() {}

  static Family family() {
    return new Family()
        .define("and", call -> intersect(call, call.set(1), call.set(2)), Family.SET, Family.SET)
        .define("or", Sets::or, Family.SET, Family.SET)
        .define("intersection", Sets::intersection, Family.SET)
        .define("union", Sets::union, Family.SET)
        .define(
            "set_diff", call -> difference(call, call.set(1), call.set(2)), Family.SET, Family.SET);
  }

  static RegoSet difference(Call call, RegoSet all, RegoSet removed) {
    call.spendMembers(all.size());
    List<RegoValue> kept = new ArrayList<>();
    for (RegoValue value : all) {
      if (!removed.contains(value)) {
        kept.add(value);
      }
    }
    return RegoSet.of(kept);
  }

  private static RegoSet intersect(Call call, RegoSet first, RegoSet second) {
    RegoSet smaller = first.size() <= second.size() ? first : second;
    RegoSet larger = smaller == first ? second : first;
    call.spendMembers(smaller.size());
    return RegoSet.of(smaller.items().stream().filter(larger::contains).toList());
  }

  private static RegoSet or(Call call) throws BuiltinException {
    RegoSet first = call.set(1);
    RegoSet second = call.set(2);
    call.spendMembers((long) first.size() + second.size());
    Set<RegoValue> all = new LinkedHashSet<>(first.items());
    all.addAll(second.items());
    return RegoSet.of(all);
  }

  private static RegoSet intersection(Call call) throws BuiltinException {
    Collection<RegoSet> sets = setsOf(call);
    RegoSet common = null;
    for (RegoSet set : sets) {
      common = common == null ? set : intersect(call, common, set);
    }
    return common == null ? RegoSet.EMPTY : common;
  }

  private static RegoSet union(Call call) throws BuiltinException {
    Set<RegoValue> all = new LinkedHashSet<>();
    for (RegoSet set : setsOf(call)) {
      call.spendMembers(set.size());
      all.addAll(set.items());
    }
    return RegoSet.of(all);
  }

  private static List<RegoSet> setsOf(Call call) throws BuiltinException {
    List<RegoSet> sets = new ArrayList<>();
    for (RegoValue item : call.set(1)) {
      if (!(item instanceof RegoSet set)) {
        throw Call.wrongType(1, item, "set");
      }
      sets.add(set);
    }
    return sets;
  }
}
