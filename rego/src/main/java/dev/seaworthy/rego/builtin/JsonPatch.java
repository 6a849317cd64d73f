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

  /** A patch that cannot be applied gives no value, and no error. */
  private static @Nullable RegoValue patch(Call call) throws BuiltinException {
    RegoArray operations = call.array(2);
    JsonPatch patch = new JsonPatch(call);
    try {
      for (RegoValue operation : operations) {
        patch.apply(operation);
      }
      return patch.document;
    } catch (BuiltinException e) {
      return null;
    }
  }

  private void apply(RegoValue value) throws BuiltinException {
    if (!(value instanceof RegoObject operation)) {
      throw BuiltinException.of("an operation is no object");
    }
    String name = attribute(operation, "op") instanceof RegoString op ? op.value() : "";
    List<RegoValue> path = JsonPath.parse(attribute(operation, "path"));
    switch (name) {
      case "add" -> insert(path, attribute(operation, "value"));
      case "remove" -> remove(path);
      case "replace" -> {
        RegoValue replacement = attribute(operation, "value");
        remove(path);
        insert(path, replacement);
      }
      case "move" -> {
        List<RegoValue> from = JsonPath.parse(attribute(operation, "from"));
        RegoValue moved = find(from);
        remove(from);
        insert(path, moved);
      }
      case "copy" -> insert(path, find(JsonPath.parse(attribute(operation, "from"))));
      case "test" -> {
        if (!find(path).equals(attribute(operation, "value"))) {
          throw BuiltinException.of("the test failed");
        }
      }
      default -> throw BuiltinException.of("unrecognized op '" + name + "'");
    }
  }

  private static RegoValue attribute(RegoObject operation, String name) throws BuiltinException {
    RegoValue value = operation.get(name);
    if (value == null) {
      throw BuiltinException.of("missing '" + name + "' attribute");
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
      throw BuiltinException.of("the document was removed");
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
      return array.get(existing(array, key));
    }
    RegoValue child = Selection.select(value, key);
    if (child == null) {
      throw BuiltinException.of("path does not exist");
    }
    return child;
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
        throw BuiltinException.of("set key does not equal value to be inserted");
      }
      items.add(value);
      return RegoSet.of(items);
    }
    items.add(index((RegoArray) parent, key), value);
    return RegoArray.of(items);
  }

  private RegoValue removed(RegoValue parent, RegoValue key) throws BuiltinException {
    child(parent, key);
    if (parent instanceof RegoObject object) {
      call.spend(object.size());
      return object.without(key);
    }
    List<RegoValue> items = items(parent);
    if (parent instanceof RegoArray array) {
      items.remove(index(array, key));
      return RegoArray.of(items);
    }
    items.remove(key);
    return RegoSet.of(items);
  }

  private RegoArray with(RegoArray array, int index, RegoValue item) throws BuiltinException {
    List<RegoValue> items = items(array);
    items.set(index, item);
    return RegoArray.of(items);
  }

  private List<RegoValue> items(RegoValue parent) throws BuiltinException {
    List<RegoValue> items = Call.itemsOf(parent);
    if (items == null) {
      throw BuiltinException.of("expected composite type");
    }
    call.spend(items.size());
    return new ArrayList<>(items);
  }

  private static int existing(RegoArray array, RegoValue key) throws BuiltinException {
    int index = index(array, key);
    if (index == array.size()) {
      throw BuiltinException.of("index out of bounds");
    }
    return index;
  }

  /** The index that a key stands for, up to the size of the array, which {@code -} stands for. */
  private static int index(RegoArray array, RegoValue key) throws BuiltinException {
    long index = -1;
    if (key instanceof RegoNumber number && number.isPlainLong()) {
      index = number.longValue();
    } else if (key instanceof RegoString string) {
      index = string.value().equals("-") ? array.size() : index(string.value());
    }
    if (index < 0 || index > array.size()) {
      throw BuiltinException.of("invalid index " + key);
    }
    return (int) index;
  }

  private static long index(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean canonical = text.length() == 1 || !text.startsWith("0");
    return plain && canonical && text.length() < 10 ? Long.parseLong(text) : -1;
  }
}
