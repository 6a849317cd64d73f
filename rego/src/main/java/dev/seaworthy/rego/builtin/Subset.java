package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;

/**
 * The subset relation. Objects are compared member by member, with subsets as values; the items of
 * sets and arrays are compared as they are, and those of arrays are subsets where they follow one
 * another.
 */
final class Subset {

  private final Call call;

  private Subset(Call call) {
    this.call = call;
  }

  static Family family() {
    return new Family().define("object.subset", Subset::subset, Family.KEYS, Family.KEYS);
  }

  private static RegoBoolean subset(Call call) throws BuiltinException {
    Subset subset = new Subset(call);
    RegoValue all = call.value(1);
    RegoValue part = call.value(2);
    if (all instanceof RegoArray array && part instanceof RegoSet set) {
      call.spend(array.size());
      // an empty set is no part of an empty array
      boolean contained = new HashSet<>(array.items()).containsAll(set.items());
      return RegoBoolean.of(contained && array.size() > 0);
    }
    return subset
        .compare(all, part)
        .map(RegoBoolean::of)
        .orElseThrow(
            () ->
                BuiltinException.type(
                    "both arguments object.subset must be of the same type or array and set"));
  }

  /** Empty where values of such types cannot be compared. */
  private Optional<Boolean> compare(RegoValue all, RegoValue part) {
    call.spend(1);
    if (all instanceof RegoObject object && part instanceof RegoObject members) {
      return Optional.of(contains(object, members));
    }
    if (all instanceof RegoSet set && part instanceof RegoSet items) {
      call.spend(items.size());
      return Optional.of(items.items().stream().allMatch(set::contains));
    }
    if (all instanceof RegoArray array && part instanceof RegoArray run) {
      call.spend((long) array.size() * Math.max(1, run.size()));
      return Optional.of(Collections.indexOfSubList(array.items(), run.items()) >= 0);
    }
    return Optional.empty();
  }

  private boolean contains(RegoObject object, RegoObject members) {
    for (RegoValue key : members.keys()) {
      RegoValue value = object.get(key);
      RegoValue part = Objects.requireNonNull(members.get(key));
      if (value == null || !part.equals(value) && !compare(value, part).orElse(false)) {
        return false;
      }
    }
    return true;
  }
}
