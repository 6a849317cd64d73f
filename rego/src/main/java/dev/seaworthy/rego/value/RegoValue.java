package dev.seaworthy.rego.value;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value. Immutable; equal if OPA says so: numbers by value, objects and sets whatever the order.
 *
 * <p>The natural order is OPA's: null, booleans, numbers, strings, arrays, objects, sets.
 */
public sealed interface RegoValue extends Comparable<RegoValue>
    permits RegoNull, RegoBoolean, RegoNumber, RegoString, RegoArray, RegoObject, RegoSet {

  /** The name that the built-in {@code type_name} gives. */
  String typeName();

  /** The place of the type in the order of types, starting at 0. */
  int typeOrder();

  /**
   * A value of Java collections: {@code null}, {@link Boolean}, {@link Number}, {@link String},
   * {@link Collection} for an array (a {@link java.util.Set} for a set), {@link Map}.
   *
   * @throws IllegalArgumentException if something else is in there
   */
  static RegoValue of(@Nullable Object value) {
    if (value == null) {
      return RegoNull.NULL;
    }
    if (value instanceof RegoValue already) {
      return already;
    }
    if (value instanceof Boolean bool) {
      return RegoBoolean.of(bool);
    }
    if (value instanceof Number number) {
      return RegoNumber.of(number);
    }
    if (value instanceof String string) {
      return new RegoString(string);
    }
    if (value instanceof java.util.Set<?> set) {
      return RegoSet.of(set.stream().map(RegoValue::of).toList());
    }
    if (value instanceof Collection<?> items) {
      return RegoArray.of(items.stream().map(RegoValue::of).toList());
    }
    if (value instanceof Map<?, ?> map) {
      RegoObject.Builder object = RegoObject.builder();
      map.forEach((key, member) -> object.put(of(key), of(member)));
      return object.build();
    }
    throw new IllegalArgumentException("no Rego value: " + value.getClass().getName());
  }

  /**
   * What a reference with this key leads to: the member of an object, the item of an array under
   * its index, the element of a set itself; null if there is none.
   */
  default @Nullable RegoValue at(RegoValue key) {
    return null;
  }

  /**
   * The number of values that this one consists of, itself included. What occurs several times
   * counts as often; {@link Integer#MAX_VALUE} stands for that many or more.
   */
  default int weight() {
    return 1;
  }

  /** Whether an expression with this value holds: everything does but {@code false}. */
  default boolean isTruthy() {
    return this != RegoBoolean.FALSE;
  }
}
