package dev.seaworthy.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The objects of one analysis that rules look up. A reference by name leads to the definition that
 * lies nearest: a repository often holds one of each name for every cluster. Each look-up takes the
 * same time however many objects there are. Immutable to its users, and safe for any number of
 * threads.
 */
public final class ScannedObjects {

  /** Nothing to look up. */
  public static final ScannedObjects NONE = ScannedObjects.of(List.of());

  private final Optional<ScannedObjects> base;
  private final Map<GroupKind, List<KubernetesObject>> byKind;
  private final Map<Key, List<KubernetesObject>> byPlace;
  private final Map<Indexed, NavigableMap<String, List<KubernetesObject>>> indexes =
      new ConcurrentHashMap<>();
  private final Derived<ScannedObjects> derived = new Derived<>();

  /**
   * A name somewhere.
   *
   * @param namespace the namespace; empty for objects that name none; absent for whatever namespace
   * @param place a file, or a folder that ends with a slash; empty for everywhere
   */
  private record Key(GroupKind kind, String name, Optional<String> namespace, String place) {}

  private record Indexed(GroupKind kind, FieldPath path) {}

  private ScannedObjects(
      Optional<ScannedObjects> base,
      Map<GroupKind, List<KubernetesObject>> byKind,
      Map<Key, List<KubernetesObject>> byPlace) {
    this.base = base;
    this.byKind = byKind;
    this.byPlace = byPlace;
  }

  /** Indexes objects; their order is kept. */
  public static ScannedObjects of(Collection<KubernetesObject> objects) {
    return of(Optional.empty(), objects);
  }

  /**
   * These objects and more, such as those of one rendering of a chart beside those of the
   * repository. Takes time for those that are added only.
   */
  public ScannedObjects with(Collection<KubernetesObject> more) {
    return more.isEmpty() ? this : of(Optional.of(this), more);
  }

  private static ScannedObjects of(
      Optional<ScannedObjects> base, Collection<KubernetesObject> objects) {
    Map<GroupKind, List<KubernetesObject>> byKind = new HashMap<>();
    Map<Key, List<KubernetesObject>> byPlace = new HashMap<>();
    for (KubernetesObject object : objects) {
      GroupKind kind = GroupKind.of(object);
      Optional<String> namespace = Optional.of(object.namespace().orElse(""));
      byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(object);
      for (String place : places(object)) {
        for (Optional<String> space : List.of(namespace, Optional.<String>empty())) {
          Key key = new Key(kind, object.name(), space, place);
          byPlace.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(object);
        }
      }
    }
    return new ScannedObjects(base, byKind, byPlace);
  }

  /**
   * The objects of a kind by the text at a path, such as those of a storage class; the empty text
   * leads to those that have none there.
   */
  public NavigableMap<String, List<KubernetesObject>> by(GroupKind kind, FieldPath path) {
    return indexes.computeIfAbsent(new Indexed(kind, path), this::index);
  }

  /** The objects that these add to, if they were made by {@link #with}. */
  public Optional<ScannedObjects> base() {
    return base;
  }

  /** The objects of a kind, in their order, without those of {@link #base()}. */
  public List<KubernetesObject> own(GroupKind kind) {
    return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
  }

  /**
   * What is computed from these objects, shared by all that ask; threads that are the first to ask
   * may each compute it. The work is nobody's in particular, so it counts against no {@link
   * ReadBudget}.
   *
   * @param type what it is known by
   * @param make computes it; a pure function, whose result is immutable
   */
  public <T> T derived(Class<T> type, Function<ScannedObjects, T> make) {
    return derived.get(type, this, make);
  }

  /**
   * What a reference to a cluster-wide object means.
   *
   * @param from the object that refers
   * @return the definitions in the nearest folder: none, one, or several that cannot be told apart
   */
  public List<KubernetesObject> named(GroupKind kind, String name, KubernetesObject from) {
    return nearest(kind, name, Optional.empty(), from);
  }

  /**
   * What a reference to an object of the same namespace means. A manifest may leave its namespace
   * to whoever applies it; such an object can be meant by any.
   *
   * @param from the object that refers
   * @return the definitions in the nearest folder: none, one, or several that cannot be told apart
   */
  public List<KubernetesObject> neighbours(GroupKind kind, String name, KubernetesObject from) {
    Optional<String> namespace = Optional.of(from.namespace().orElse(""));
    List<KubernetesObject> same = nearest(kind, name, namespace, from);
    if (!same.isEmpty()) {
      return same;
    }
    Optional<String> open = from.namespace().isPresent() ? Optional.of("") : Optional.empty();
    return nearest(kind, name, open, from);
  }

  private List<KubernetesObject> nearest(
      GroupKind kind, String name, Optional<String> namespace, KubernetesObject from) {
    for (String place : places(from)) {
      List<KubernetesObject> found = at(new Key(kind, name, namespace, place));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<KubernetesObject> at(Key key) {
    List<KubernetesObject> own = byPlace.getOrDefault(key, List.of());
    return base.map(objects -> joined(objects.at(key), own))
        .orElseGet(() -> Collections.unmodifiableList(own));
  }

  private static List<KubernetesObject> joined(
      List<KubernetesObject> some, List<KubernetesObject> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return Collections.unmodifiableList(some.isEmpty() ? more : some);
    }
    return Stream.of(some, more).flatMap(List::stream).toList();
  }

  /** The file of an object, and all folders above it, from the innermost on. */
  private static List<String> places(KubernetesObject object) {
    String file = object.document().source().name();
    List<String> places = new ArrayList<>();
    places.add(file);
    for (int slash = file.lastIndexOf('/'); slash >= 0; slash = file.lastIndexOf('/', slash - 1)) {
      places.add(file.substring(0, slash + 1));
    }
    places.add("");
    return places;
  }

  private NavigableMap<String, List<KubernetesObject>> index(Indexed key) {
    NavigableMap<String, List<KubernetesObject>> index = new TreeMap<>();
    for (KubernetesObject object : byKind.getOrDefault(key.kind(), List.of())) {
      String text = object.root().get(key.path()).text();
      index.computeIfAbsent(text, unused -> new ArrayList<>(1)).add(object);
    }
    base.ifPresent(
        objects ->
            objects
                .by(key.kind(), key.path())
                .forEach(
                    (text, known) ->
                        index.merge(text, known, (own, others) -> joined(others, own))));
    index.replaceAll((text, objects) -> List.copyOf(objects));
    return Collections.unmodifiableNavigableMap(index);
  }
}
