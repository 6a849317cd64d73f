package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON Patch (RFC 6902), on sets too: there a value is its own key. */
final class JsonPatch {

  private final Call call;

  /** The document; null once its root is removed. */
  private @Nullable RegoValue document;

  private JsonPatch(Call call) {
    this.call = call;
    this.document = call.value(1);
  }

  static Family family() {
    return new Family().define("json.patch", JsonPatch::patch, Family.ANY, Family.ARRAY);
  }

  private static @Nullable RegoValue patch(Call call) throws BuiltinException {
    JsonPatch patch = new JsonPatch(call);
    for (RegoValue operation : call.array(2)) {
      patch.apply(operation);
    }
    return patch.document;
  }

  private void apply(RegoValue value) throws BuiltinException {
    if (!(value instanceof RegoObject operation)) {
      throw BuiltinException.of(
          "must be an array of JSON-Patch objects, but at least one element is not an object");
    }
    RegoValue target = attribute(operation, "path");
    if (!(attribute(operation, "op") instanceof RegoString name)) {
      throw BuiltinException.of(
          "attribute 'op' must be a string but found: " + attribute(operation, "op").typeName());
    }
    List<RegoValue> path = JsonPath.parse(target);
    switch (name.value()) {
      case "add" -> insert(path, attribute(operation, "value"));
      case "remove" -> remove(path);
      case "replace" -> {
        remove(path);
        insert(path, attribute(operation, "value"));
      }
      case "move" -> {
        List<RegoValue> from = JsonPath.parse(attribute(operation, "from"));
        RegoValue moved = find(from);
        remove(from);
        insert(path, moved);
      }
      case "copy" -> insert(path, find(JsonPath.parse(attribute(operation, "from"))));
      case "test" -> test(find(path), attribute(operation, "value"));
      default -> throw BuiltinException.of("unrecognized op: '" + name.value() + "'");
    }
  }

  private static void test(RegoValue found, RegoValue expected) throws BuiltinException {
    if (!found.equals(expected)) {
      throw BuiltinException.of(
          "value from EditTree != patch value.\n\nExpected: " + expected + "\n\nFound: " + found);
    }
  }

  private static RegoValue attribute(RegoObject operation, String name) throws BuiltinException {
    RegoValue value = operation.get(name);
    if (value == null) {
      throw BuiltinException.of("missing required attribute '" + name + "'");
    }
    return value;
  }

  private RegoValue find(List<RegoValue> path) throws BuiltinException {
    RegoValue value = root();
    for (RegoValue key : path) {
      value = child(value, key);
    }
    return value;
  }

  private void insert(List<RegoValue> path, RegoValue value) throws BuiltinException {
    document =
        path.isEmpty()
            ? value
            : edited(root(), path, (parent, key) -> inserted(parent, key, value));
  }

  private void remove(List<RegoValue> path) throws BuiltinException {
    RegoValue root = root();
    document = path.isEmpty() ? null : edited(root, path, this::removed);
  }

  private RegoValue root() throws BuiltinException {
    if (document == null) {
      throw BuiltinException.of("deleted node encountered");
    }
    return document;
  }

  /** Changes the parent of the last key of a path. */
  @FunctionalInterface
  private interface Edit {
    RegoValue apply(RegoValue parent, RegoValue key) throws BuiltinException;
  }

  private RegoValue edited(RegoValue value, List<RegoValue> path, Edit edit)
      throws BuiltinException {
    RegoValue key = path.get(0);
    if (path.size() == 1) {
      return edit.apply(value, key);
    }
    RegoValue child = edited(child(value, key), path.subList(1, path.size()), edit);
    return value instanceof RegoArray array
        ? with(array, index(array, key), child)
        : inserted(removed(value, key), value instanceof RegoSet ? child : key, child);
  }

  private static RegoValue child(RegoValue value, RegoValue key) throws BuiltinException {
    if (value instanceof RegoArray array) {
      int index = index(array, key);
      if (index >= array.size()) {
        throw missing(RegoNumber.of(index), value);
      }
      return array.get(index);
    }
    if (!(value instanceof RegoObject) && !(value instanceof RegoSet)) {
      throw BuiltinException.of("expected composite type for path " + key + ", " + found(value));
    }
    RegoValue child = Selection.select(value, key);
    if (child == null) {
      throw missing(key, value);
    }
    return child;
  }

  private static BuiltinException missing(RegoValue key, RegoValue value) {
    return BuiltinException.of(
        "path %s does not exist in %s term %s".formatted(key, value.typeName(), value));
  }

  private static String found(RegoValue value) {
    String type = value.typeName();
    String name = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    return "found value: " + value + " (type: ast." + name + ")";
  }

  private RegoValue inserted(RegoValue parent, RegoValue key, RegoValue value)
      throws BuiltinException {
    if (parent instanceof RegoObject object) {
      call.spend(object.size());
      return object.with(key, value);
    }
    List<RegoValue> items = items(parent);
    if (parent instanceof RegoSet) {
      if (!key.equals(value)) {
        throw BuiltinException.of(
            "set key " + key + " does not equal value to be inserted " + value);
      }
      items.add(value);
      return RegoSet.of(items);
    }
    int index = index((RegoArray) parent, key);
    if (index > items.size()) {
      throw BuiltinException.of("index for array insertion out of bounds");
    }
    items.add(index, value);
    return RegoArray.of(items);
  }

  private RegoValue removed(RegoValue parent, RegoValue key) throws BuiltinException {
    if (parent instanceof RegoArray array) {
      List<RegoValue> items = items(parent);
      int index = index(array, key);
      if (index >= items.size()) {
        throw BuiltinException.of("index for array delete out of bounds");
      }
      items.remove(index);
      return RegoArray.of(items);
    }
    if (parent instanceof RegoObject object && object.get(key) != null) {
      call.spend(object.size());
      return object.without(key);
    }
    if (!(parent instanceof RegoObject)) {
      List<RegoValue> items = items(parent);
      if (items.remove(key)) {
        return RegoSet.of(items);
      }
    }
    throw BuiltinException.of("cannot delete child key " + key + " that does not exist");
  }

  private RegoArray with(RegoArray array, int index, RegoValue item) throws BuiltinException {
    List<RegoValue> items = items(array);
    items.set(index, item);
    return RegoArray.of(items);
  }

  private List<RegoValue> items(RegoValue parent) throws BuiltinException {
    List<RegoValue> items = Call.itemsOf(parent);
    if (items == null) {
      throw BuiltinException.of("expected composite type, " + found(parent));
    }
    call.spend(items.size());
    return new ArrayList<>(items);
  }

  /** The index that a key stands for; {@code -} stands for the size of the array. */
  private static int index(RegoArray array, RegoValue key) throws BuiltinException {
    if (key instanceof RegoNumber number) {
      if (!number.isPlainLong() || number.longValue() < 0) {
        throw BuiltinException.of("invalid number type for indexing");
      }
      return (int) Math.min(number.longValue(), Integer.MAX_VALUE);
    }
    if (key instanceof RegoString string) {
      return string.value().equals("-") ? array.size() : index(string.value());
    }
    throw BuiltinException.of("invalid type for indexing");
  }

  private static int index(String text) throws BuiltinException {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain) {
      throw BuiltinException.of("invalid string for indexing");
    }
    if (text.length() > 1 && text.startsWith("0")) {
      throw BuiltinException.of("leading zeros are not allowed in JSON paths");
    }
    return text.length() < 10 ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }
}
