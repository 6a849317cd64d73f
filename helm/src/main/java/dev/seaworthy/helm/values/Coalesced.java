package dev.seaworthy.helm.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value that several layers come to. Nothing is copied, so that it costs little however much
 * the layers hold.
 *
 * @param layers those that take part, the strongest first; more than one only for maps, and for
 *     lists of which single items were set
 */
record Coalesced(List<LayerValue> layers) {

  /**
   * Leaves out what has no part in the value.
   *
   * @param candidates what the layers have, the strongest first
   */
  static Coalesced of(List<LayerValue> candidates) {
    List<LayerValue> layers = new ArrayList<>();
    Set<Object> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    for (LayerValue candidate : candidates) {
      if (hidden.contains(candidate.group())) {
        continue;
      }
      if (layers.isEmpty() || candidate.isUnknown() || isPartOf(layers.get(0), candidate)) {
        layers.add(candidate);
      }
      if (layers.get(0).kind() != ValueKind.MAP && layers.get(0).isWhole()) {
        break;
      }
      if (candidate.isWhole() || candidate.kind() != layers.get(0).kind()) {
        hidden.add(candidate.group());
      }
    }
    return new Coalesced(layers);
  }

  private static boolean isPartOf(LayerValue strongest, LayerValue candidate) {
    boolean sameKind = candidate.kind() == strongest.kind();
    return switch (strongest.kind()) {
      case MAP -> sameKind;
      case LIST -> sameKind && candidate.group() == strongest.group();
      default -> false;
    };
  }

  /** The member of a map, or the item of a list. */
  Optional<Coalesced> child(String name) {
    List<LayerValue> candidates = candidates(name);
    return candidates.isEmpty() ? Optional.empty() : Optional.of(of(candidates));
  }

  /** What the layers have under a name, the strongest first. */
  List<LayerValue> candidates(String name) {
    List<LayerValue> candidates = new ArrayList<>();
    layers.forEach(layer -> layer.child(name).ifPresent(candidates::add));
    return candidates;
  }

  /** What decides the value; nothing if that is not known. */
  Optional<ValuePlace> place() {
    return layers.stream()
        .filter(layer -> layers.get(0).isUnknown() || !(layer instanceof ImportedValue))
        .findFirst()
        .filter(layer -> !layer.isUnknown())
        .map(LayerValue::place);
  }

  /** The keys of a map, sorted; nothing if this is no map, or not all keys are known. */
  Optional<List<String>> keys() {
    if (!isMap() || layers.stream().anyMatch(LayerValue::isUnknown)) {
      return Optional.empty();
    }
    TreeSet<String> keys = new TreeSet<>();
    layers.forEach(layer -> keys.addAll(layer.keys()));
    keys.removeIf(key -> child(key).orElseThrow().isDeleted());
    return Optional.of(List.copyOf(keys));
  }

  boolean isMap() {
    return layers.get(0).kind() == ValueKind.MAP;
  }

  private boolean isDeleted() {
    return layers.get(0).kind() == ValueKind.NULL;
  }

  /** The length of a list; nothing if this is none. */
  OptionalInt size() {
    return layers.get(0).kind() == ValueKind.LIST
        ? layers.stream().mapToInt(LayerValue::size).max()
        : OptionalInt.empty();
  }
}
