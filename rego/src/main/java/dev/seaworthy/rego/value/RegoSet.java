package dev.seaworthy.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set. Iteration is in order. */
public final class RegoSet implements RegoValue, Iterable<RegoValue> {

  public static final RegoSet EMPTY = new RegoSet(Set.of());

  private final Set<RegoValue> items;
  private volatile @Nullable List<RegoValue> sorted;
  private int hash;
  private int weight;

  private RegoSet(Set<RegoValue> items) {
    this.items = items;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A set of these values, each once. */
  public static RegoSet of(Collection<? extends RegoValue> items) {
    return items.isEmpty() ? EMPTY : new RegoSet(new HashSet<>(items));
  }

  public static RegoSet of(RegoValue... items) {
    return of(Arrays.asList(items));
  }

  public int size() {
    return items.size();
  }

  public boolean contains(RegoValue value) {
    return items.contains(value);
  }

  @Override
  public @Nullable RegoValue at(RegoValue key) {
    return items.contains(key) ? key : null;
  }

  /** The values in order. */
  public List<RegoValue> items() {
    List<RegoValue> known = sorted;
    if (known == null) {
      known = items.stream().sorted().toList();
      sorted = known;
    }
    return known;
  }

  @Override
  public Iterator<RegoValue> iterator() {
    return items().iterator();
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
    return "set";
  }

  @Override
  public int typeOrder() {
    return 6;
  }

  @Override
  public int compareTo(RegoValue other) {
    return other instanceof RegoSet set
        ? RegoArray.compare(items(), set.items())
        : Integer.compare(typeOrder(), other.typeOrder());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof RegoSet set && hashCode() == set.hashCode() && items.equals(set.items);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = items.hashCode();
    }
    return hash;
  }

  /** Returns Rego's text, such as {@code {1, 2}} or {@code set()}. */
  @Override
  public String toString() {
    return RegoText.of(this);
  }

  /** Collects values, each once. */
  public static final class Builder {

    private Set<RegoValue> items = new HashSet<>();

    private Builder() {}

    public Builder add(RegoValue value) {
      items.add(value);
      return this;
    }

    /** The set; the builder starts anew. */
    public RegoSet build() {
      RegoSet set = items.isEmpty() ? EMPTY : new RegoSet(items);
      items = new HashSet<>();
      return set;
    }
  }
}
