package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects of other objects. */
final class ObjectFunctions {

  private ObjectFunctions() {}

  static Family family() {
    return new Family()
        .define("object.get", ObjectFunctions::get, Family.OBJECT, Family.ANY, Family.ANY)
        .define("object.keys", ObjectFunctions::keys, Family.OBJECT)
        .define("object.remove", ObjectFunctions::remove, Family.OBJECT, Family.KEYS)
        .define("object.filter", ObjectFunctions::filter, Family.OBJECT, Family.KEYS)
        .define("object.union", ObjectFunctions::union, Family.OBJECT, Family.OBJECT)
        .define("object.union_n", ObjectFunctions::unionN, Family.ARRAY);
  }

  private static @Nullable RegoValue get(Call call) throws BuiltinException {
    RegoObject object = call.object(1);
    RegoValue found =
        call.value(2) instanceof RegoArray path
            ? Selection.follow(object, path)
            : object.get(call.value(2));
    return found == null ? call.value(3) : found;
  }

  private static RegoSet keys(Call call) throws BuiltinException {
    List<RegoValue> keys = call.object(1).keys();
    call.spendMembers(keys.size());
    return RegoSet.of(keys);
  }

  private static RegoObject remove(Call call) throws BuiltinException {
    RegoObject object = call.object(1);
    RegoSet removed = RegoSet.of(keysOf(call));
    call.spendMembers(object.size());
    RegoObject.Builder rest = RegoObject.builder();
    for (RegoValue key : object.keys()) {
      if (!removed.contains(key)) {
        rest.put(key, Objects.requireNonNull(object.get(key)));
      }
    }
    return rest.build();
  }

  private static RegoObject filter(Call call) throws BuiltinException {
    RegoObject object = call.object(1);
    RegoObject.Builder kept = RegoObject.builder();
    List<RegoValue> keys = keysOf(call);
    call.spendMembers(Math.min(keys.size(), object.size()));
    for (RegoValue key : keys) {
      RegoValue value = object.get(key);
      if (value != null) {
        kept.put(key, value);
      }
    }
    return kept.build();
  }

  private static List<RegoValue> keysOf(Call call) throws BuiltinException {
    return call.value(2) instanceof RegoObject object
        ? object.keys()
        : call.items(2, "object", "set", "array");
  }

  private static RegoObject union(Call call) throws BuiltinException {
    return merge(call, call.object(1), call.object(2));
  }

  private static RegoObject unionN(Call call) throws BuiltinException {
    RegoArray objects = call.array(1);
    RegoObject merged = RegoObject.EMPTY;
    for (RegoValue item : objects) {
      if (!(item instanceof RegoObject object)) {
        throw Call.wrongElement(1, objects, item, "object");
      }
      merged = merge(call, merged, object);
    }
    return merged;
  }

  /** Members of the second win, but objects under the same key are merged. */
  private static RegoObject merge(Call call, RegoObject first, RegoObject second) {
    if (first.size() == 0 || second.size() == 0) {
      return first.size() == 0 ? second : first;
    }
    call.spendMembers((long) first.size() + second.size());
    RegoObject.Builder merged = first.toBuilder();
    for (RegoValue key : second.keys()) {
      RegoValue value = Objects.requireNonNull(second.get(key));
      if (value instanceof RegoObject after && first.get(key) instanceof RegoObject before) {
        merged.put(key, merge(call, before, after));
      } else {
        merged.put(key, value);
      }
    }
    return merged.build();
  }
}
