package dev.seaworthy.rego.value;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array. */
public final class RegoArray implements RegoValue, Iterable<RegoValue> {

  public static final RegoArray EMPTY = new RegoArray(List.of());

  private final List<RegoValue> items;
  private int hash;
  private int weight;

  private RegoArray(List<RegoValue> items) {
    this.items = items;
  }

  public static RegoArray of(List<? extends RegoValue> items) {
    return items.isEmpty() ? EMPTY : new RegoArray(List.copyOf(items));
  }

  public static RegoArray of(RegoValue... items) {
    return of(List.of(items));
  }

  public List<RegoValue> items() {
    return items;
  }

  public int size() {
    return items.size();
  }

  /** The item at an index from 0 to below the size. */
  public RegoValue get(int index) {
    return items.get(index);
  }

  @Override
  public @Nullable RegoValue at(RegoValue key) {
    if (!(key instanceof RegoNumber number) || !number.isLong()) {
      return null;
    }
    long index = number.longValue();
    return index >= 0 && index < items.size() ? items.get((int) index) : null;
  }

  @Override
  public Iterator<RegoValue> iterator() {
    return items.iterator();
  }

  @Override
  public int weight() {
    if (weight == 0) {
      weight = Weight.of(items);
    }
    return weight;
  }

  @Override
  public String typeName() {
    return "array";
  }

  @Override
  public int typeOrder() {
    return 4;
  }

  @Override
  public int compareTo(RegoValue other) {
    return other instanceof RegoArray array
        ? compare(items, array.items)
        : Integer.compare(typeOrder(), other.typeOrder());
  }

  static int compare(List<RegoValue> a, List<RegoValue> b) {
    int length = Math.min(a.size(), b.size());
    for (int i = 0; i < length; i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof RegoArray array
            && hashCode() == array.hashCode()
            && items.equals(array.items);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Hashing.of(items);
    }
    return hash;
  }

  /** Returns Rego's text, sets in their own notation. */
  @Override
  public String toString() {
    return RegoText.of(this);
  }
}
