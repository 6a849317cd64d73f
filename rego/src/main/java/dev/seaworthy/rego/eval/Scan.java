package dev.seaworthy.rego.eval;

import dev.seaworthy.rego.RegoLocation;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Goes through a collection: {@code collection[key] = value} with an unbound key. */
public final class Scan extends Flow {

  private final Expression collection;
  private final Pattern key;
  private final Pattern value;
  private final RegoLocation location;
  private final Flow next;

  public Scan(Expression collection, Pattern key, Pattern value, RegoLocation location, Flow next) {
    this.collection = collection;
    this.key = key;
    this.value = value;
    this.location = location;
    this.next = next;
  }

  @Override
  boolean run(Frame frame) {
    RegoValue items = collection.evaluate(frame);
    if (items instanceof RegoArray array) {
      return scan(frame, array.items());
    }
    if (items instanceof RegoObject object) {
      return scan(frame, object);
    }
    return items instanceof RegoSet set && scan(frame, set);
  }

  private boolean scan(Frame frame, List<RegoValue> items) {
    for (int i = 0; i < items.size(); i++) {
      frame.evaluation.step(location);
      boolean stop =
          (key == Pattern.ANY || key.matches(frame, RegoNumber.of(i)))
              && value.matches(frame, items.get(i))
              && next.run(frame);
      if (stop) {
        return true;
      }
    }
    return false;
  }

  private boolean scan(Frame frame, RegoObject object) {
    List<RegoValue> keys = object.keys();
    for (int i = 0; i < keys.size(); i++) {
      frame.evaluation.step(location);
      RegoValue name = keys.get(i);
      boolean stop =
          key.matches(frame, name)
              && value.matches(frame, Objects.requireNonNull(object.get(name)))
              && next.run(frame);
      if (stop) {
        return true;
      }
    }
    return false;
  }

  private boolean scan(Frame frame, RegoSet set) {
    List<RegoValue> elements = set.items();
    for (int i = 0; i < elements.size(); i++) {
      frame.evaluation.step(location);
      RegoValue element = elements.get(i);
      if (key.matches(frame, element) && value.matches(frame, element) && next.run(frame)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some key and value of a collection, in order, pass a test. */
  static boolean anyItem(@Nullable RegoValue collection, BiPredicate<RegoValue, RegoValue> test) {
    if (collection instanceof RegoArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (test.test(RegoNumber.of(i), array.get(i))) {
          return true;
        }
      }
    } else if (collection instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        if (test.test(key, Objects.requireNonNull(object.get(key)))) {
          return true;
        }
      }
    } else if (collection instanceof RegoSet set) {
      for (RegoValue element : set) {
        if (test.test(element, element)) {
          return true;
        }
      }
    }
    return false;
  }
}
