package dev.seaworthy.rego.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object. Keys are values of any type; iteration is in the order of the keys. */
public final class RegoObject implements RegoValue {

  public static final RegoObject EMPTY = new RegoObject(Map.of());

  private final Map<RegoValue, RegoValue> members;
  private volatile @Nullable List<RegoValue> sortedKeys;
  private int hash;
  private int weight;

  private RegoObject(Map<RegoValue, RegoValue> members) {
    this.members = members;
  }

  public static Builder builder() {
    return new Builder();
  }

  public static RegoObject of(Map<? extends RegoValue, ? extends RegoValue> members) {
    return members.isEmpty() ? EMPTY : new RegoObject(new HashMap<>(members));
  }

  public int size() {
    return members.size();
  }

  /** The value under a key, or null. */
  public @Nullable RegoValue get(RegoValue key) {
    return members.get(key);
  }

  /** The value under a string key, or null. */
  public @Nullable RegoValue get(String key) {
    return members.get(new RegoString(key));
  }

  @Override
  public @Nullable RegoValue at(RegoValue key) {
    return members.get(key);
  }

  public boolean containsKey(RegoValue key) {
    return members.containsKey(key);
  }

  /** The keys in order. */
  public List<RegoValue> keys() {
    List<RegoValue> known = sortedKeys;
    if (known == null) {
      known = members.keySet().stream().sorted().toList();
      sortedKeys = known;
    }
    return known;
  }

  /** This object with one more member, which replaces one of the same key. */
  public RegoObject with(RegoValue key, RegoValue value) {
    Map<RegoValue, RegoValue> more = new HashMap<>(members);
    more.put(key, value);
    return new RegoObject(more);
  }

  /** This object without a member. */
  public RegoObject without(RegoValue key) {
    Map<RegoValue, RegoValue> fewer = new HashMap<>(members);
    fewer.remove(key);
    return fewer.isEmpty() ? EMPTY : new RegoObject(fewer);
  }

  /** A builder that starts with the members of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.members.putAll(members);
    return builder;
  }

  @Override
  public int weight() {
    if (weight == 0) {
      long both = (long) Weight.of(members.keySet()) + Weight.of(members.values()) - 1;
      weight = (int) Math.min(both, Integer.MAX_VALUE);
    }
    return weight;
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public int typeOrder() {
    return 5;
  }

  @Override
  public int compareTo(RegoValue other) {
    if (!(other instanceof RegoObject object)) {
      return Integer.compare(typeOrder(), other.typeOrder());
    }
    List<RegoValue> keys = keys();
    List<RegoValue> otherKeys = object.keys();
    int length = Math.min(keys.size(), otherKeys.size());
    for (int i = 0; i < length; i++) {
      int order = keys.get(i).compareTo(otherKeys.get(i));
      if (order == 0) {
        RegoValue value = members.get(keys.get(i));
        order = value.compareTo(object.members.get(otherKeys.get(i)));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(keys.size(), otherKeys.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || other instanceof RegoObject object
            && hashCode() == object.hashCode()
            && members.equals(object.members);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Hashing.of(members);
    }
    return hash;
  }

  /** Returns Rego's text. */
  @Override
  public String toString() {
    return RegoText.of(this);
  }

  /** Collects members; a later one replaces an earlier one of the same key. */
  public static final class Builder {

    private Map<RegoValue, RegoValue> members = new HashMap<>();

    private Builder() {}

    public Builder put(RegoValue key, RegoValue value) {
      members.put(key, value);
      return this;
    }

    public Builder put(String key, RegoValue value) {
      return put(new RegoString(key), value);
    }

    /** The value under a key so far, or null. */
    public @Nullable RegoValue get(RegoValue key) {
      return members.get(key);
    }

    /** The object; the builder starts anew. */
    public RegoObject build() {
      RegoObject object = members.isEmpty() ? EMPTY : new RegoObject(members);
      members = new HashMap<>();
      return object;
    }
  }
}
