package dev.seaworthy.helm.values;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one layer of a parent chart has under {@code global}, as a subchart sees it. Where the one
 * has a map and the other has not, Helm leaves the subchart's.
 *
 * @param layer the layer's part
 * @param left the keys that the subchart does not get
 */
record GlobalValue(LayerValue layer, Set<String> left) implements LayerValue {

  /**
   * The layers of a parent's values.
   *
   * @param inherited what the parent has under {@code global}: a map
   * @param given what the subchart alone is given under {@code global}
   */
  static List<GlobalValue> layers(Coalesced inherited, Optional<Coalesced> given) {
    Set<String> left = new HashSet<>();
    given
        .flatMap(Coalesced::keys)
        .ifPresent(
            keys -> keys.forEach(key -> addIfConflicting(key, inherited, given.get(), left)));
    return inherited.layers().stream().map(layer -> new GlobalValue(layer, left)).toList();
  }

  private static void addIfConflicting(
      String key, Coalesced inherited, Coalesced given, Set<String> left) {
    Optional<Boolean> ours = inherited.child(key).map(Coalesced::isMap);
    if (ours.isPresent() && !ours.equals(given.child(key).map(Coalesced::isMap))) {
      left.add(key);
    }
  }

  @Override
  public ValueKind kind() {
    return layer.kind();
  }

  @Override
  public Optional<? extends LayerValue> child(String name) {
    return left.contains(name) ? Optional.empty() : layer.child(name);
  }

  @Override
  public Collection<String> keys() {
    return layer.keys().stream().filter(key -> !left.contains(key)).toList();
  }

  @Override
  public int size() {
    return layer.size();
  }

  @Override
  public Object group() {
    return layer.group();
  }

  @Override
  public boolean isWhole() {
    return layer.isWhole();
  }

  @Override
  public boolean isUnknown() {
    return layer.isUnknown();
  }

  @Override
  public ValuePlace place() {
    return layer.place();
  }

  /** The map that holds it and nothing else. */
  record Holder(String key, GlobalValue global) implements LayerValue {

    @Override
    public ValueKind kind() {
      return ValueKind.MAP;
    }

    @Override
    public Optional<GlobalValue> child(String name) {
      return name.equals(key) ? Optional.of(global) : Optional.empty();
    }

    @Override
    public Collection<String> keys() {
      return List.of(key);
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public Object group() {
      return this;
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public ValuePlace place() {
      return global.place();
    }
  }
}
