package dev.seaworthy.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of one analysis that rules look up, by kind and name. A reference leads to the
 * definition that lies nearest: a repository often holds one of each name for every cluster.
 */
public final class ScannedObjects {

  /** Nothing to look up. */
  public static final ScannedObjects NONE = ScannedObjects.of(List.of());

  private final Map<GroupKind, List<KubernetesObject>> byKind;
  private final Map<Key, List<KubernetesObject>> byName;

  private record Key(GroupKind kind, String name) {}

  private ScannedObjects(
      Map<GroupKind, List<KubernetesObject>> byKind, Map<Key, List<KubernetesObject>> byName) {
    this.byKind = byKind;
    this.byName = byName;
  }

  /** Indexes objects; their order is kept. */
  public static ScannedObjects of(Collection<KubernetesObject> objects) {
    Map<GroupKind, List<KubernetesObject>> byKind = new HashMap<>();
    Map<Key, List<KubernetesObject>> byName = new HashMap<>();
    for (KubernetesObject object : objects) {
      GroupKind kind = GroupKind.of(object);
      Key key = new Key(kind, object.name());
      byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(object);
      byName.computeIfAbsent(key, unused -> new ArrayList<>()).add(object);
    }
    return new ScannedObjects(byKind, byName);
  }

  /** All objects of a kind, in the order of their files. */
  public List<KubernetesObject> all(GroupKind kind) {
    return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
  }

  /**
   * What a reference to a cluster-wide object means.
   *
   * @param from the object that refers
   * @return the definitions in the nearest folder: none, one, or several that cannot be told apart
   */
  public List<KubernetesObject> named(GroupKind kind, String name, KubernetesObject from) {
    return nearest(byName.getOrDefault(new Key(kind, name), List.of()), from);
  }

  /**
   * What a reference to an object of the same namespace means. A manifest may leave its namespace
   * to whoever applies it; such an object can be meant by any.
   *
   * @param from the object that refers
   * @return the definitions in the nearest folder: none, one, or several that cannot be told apart
   */
  public List<KubernetesObject> neighbours(GroupKind kind, String name, KubernetesObject from) {
    List<KubernetesObject> named = byName.getOrDefault(new Key(kind, name), List.of());
    List<KubernetesObject> same =
        named.stream().filter(object -> object.namespace().equals(from.namespace())).toList();
    return nearest(
        same.isEmpty() ? named.stream().filter(object -> mayShare(object, from)).toList() : same,
        from);
  }

  private static boolean mayShare(KubernetesObject object, KubernetesObject from) {
    Optional<String> namespace = object.namespace();
    return namespace.isEmpty() || from.namespace().isEmpty();
  }

  private static List<KubernetesObject> nearest(
      List<KubernetesObject> candidates, KubernetesObject from) {
    String file = file(from);
    int most = candidates.stream().mapToInt(object -> shared(file, file(object))).max().orElse(0);
    return candidates.stream().filter(object -> shared(file, file(object)) == most).toList();
  }

  private static String file(KubernetesObject object) {
    return object.document().source().name();
  }

  /** How much two files have in common: the length of the folders, or all for the same file. */
  private static int shared(String file, String other) {
    if (file.equals(other)) {
      return Integer.MAX_VALUE;
    }
    int folder = 0;
    int end = Math.min(file.length(), other.length());
    for (int i = 0; i < end && file.charAt(i) == other.charAt(i); i++) {
      if (file.charAt(i) == '/') {
        folder = i;
      }
    }
    return folder;
  }
}
