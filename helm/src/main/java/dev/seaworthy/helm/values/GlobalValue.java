package dev.seaworthy.helm.values;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What one layer of a parent chart has under {@code global}, as a subchart sees it. Where the one
 * has a map and the other has not, Helm leaves the subchart's.
 *
 * @param layer the layer's part
 * @param inherited all that the parent has under {@code global}
 * @param given what the parent and the user give the subchart alone under {@code global}
 */
record GlobalValue(LayerValue layer, Coalesced inherited, Optional<Coalesced> given)
    implements LayerValue {

  @Override
  public ValueKind kind() {
    return layer.kind();
  }

  @Override
  public Optional<? extends LayerValue> child(String name) {
    return conflicts(name) ? Optional.empty() : layer.child(name);
  }

  private boolean conflicts(String name) {
    Optional<Coalesced> ours = inherited.child(name);
    Optional<Coalesced> theirs = given.flatMap(values -> values.child(name));
    return ours.isPresent() && theirs.isPresent() && ours.get().isMap() != theirs.get().isMap();
  }

  @Override
  public Collection<String> keys() {
    return layer.keys().stream().filter(key -> !conflicts(key)).toList();
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
