package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of documents, given by paths. */
final class JsonDocuments {

  private JsonDocuments() {}

  static Family family() {
    return new Family()
        .define("json.filter", JsonDocuments::filter, Family.OBJECT, Family.COLLECTION)
        .define("json.remove", JsonDocuments::remove, Family.OBJECT, Family.COLLECTION);
  }

  /** Says what becomes of a part of a document; null drops it. */
  @FunctionalInterface
  private interface Change {
    @Nullable RegoValue apply(RegoValue part, JsonPath.@Nullable Tree paths);
  }

  private static RegoValue filter(Call call) throws BuiltinException {
    RegoObject object = call.object(1);
    return filtered(call, object, JsonPath.tree(call));
  }

  private static RegoValue filtered(Call call, RegoValue value, JsonPath.Tree paths) {
    return paths.isEnd()
        ? value
        : changed(
            call, value, paths, (part, rest) -> rest == null ? null : filtered(call, part, rest));
  }

  private static RegoValue remove(Call call) throws BuiltinException {
    RegoObject object = call.object(1);
    return removed(call, object, JsonPath.tree(call));
  }

  private static RegoValue removed(Call call, RegoValue value, JsonPath.Tree paths) {
    return changed(
        call,
        value,
        paths,
        (part, rest) -> {
          if (rest == null) {
            return part;
          }
          return rest.isEnd() ? null : removed(call, part, rest);
        });
  }

  private static RegoValue changed(Call call, RegoValue value, JsonPath.Tree paths, Change change) {
    if (value instanceof RegoObject object) {
      RegoObject.Builder members = RegoObject.builder();
      for (RegoValue key : object.keys()) {
        RegoValue part = Objects.requireNonNull(object.get(key));
        RegoValue result = change.apply(part, paths.after(key));
        if (result != null) {
          members.put(key, result);
        }
      }
      call.spend(object.size());
      return members.build();
    }
    List<RegoValue> items = Call.itemsOf(value);
    if (items == null) {
      return value;
    }
    call.spend(items.size());
    List<RegoValue> results = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      RegoValue item = items.get(i);
      JsonPath.Tree rest = value instanceof RegoArray ? paths.after(i) : paths.after(item);
      RegoValue result = change.apply(item, rest);
      if (result != null) {
        results.add(result);
      }
    }
    return value instanceof RegoArray ? RegoArray.of(results) : RegoSet.of(results);
  }
}
