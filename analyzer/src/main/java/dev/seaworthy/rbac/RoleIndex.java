package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The roles that bindings name, and what aggregated ones are made of. */
final class RoleIndex {

  private final Optional<RoleIndex> base;
  private final ScannedObjects scanned;
  private final Map<KubernetesObject, KnownRole> own = new HashMap<>();
  private final Map<String, List<KnownRole>> byLabel = new HashMap<>();
  private final List<KnownRole> clusterRoles = new ArrayList<>();
  private final Map<Aggregated, List<KnownRole>> aggregated = new ConcurrentHashMap<>();

  /** An aggregated role as it is meant in a file. */
  private record Aggregated(KnownRole role, String file) {}

  /**
   * @param base the index of the scan's base
   */
  RoleIndex(Optional<RoleIndex> base, ScannedObjects scanned) {
    this.base = base;
    this.scanned = scanned;
    scanned.own(RbacGraph.ROLE).forEach(role -> own.put(role, KnownRole.of(role)));
    for (KubernetesObject object : scanned.own(RbacGraph.CLUSTER_ROLE)) {
      KnownRole role = KnownRole.of(object);
      own.put(object, role);
      addToLabels(role);
    }
    if (base.isEmpty()) {
      BuiltInRoles.CLUSTER.values().forEach(this::addToLabels);
    }
  }

  private void addToLabels(KnownRole role) {
    clusterRoles.add(role);
    for (String label : role.labels().keySet()) {
      byLabel.computeIfAbsent(label, unused -> new ArrayList<>(1)).add(role);
    }
  }

  /** What a binding gives: none if the role is unknown, several if they cannot be told apart. */
  List<KnownRole> of(KubernetesObject binding) {
    String name = binding.root().get("roleRef", "name").text();
    String kind = binding.root().get("roleRef", "kind").text();
    if (kind.equals("ClusterRole")) {
      return clusterRoles(name, binding);
    }
    return kind.equals("Role") && binding.kind().equals("RoleBinding")
        ? roles(name, binding)
        : List.of();
  }

  private List<KnownRole> clusterRoles(String name, KubernetesObject from) {
    return completed(
        scanned.named(RbacGraph.CLUSTER_ROLE, name, from),
        Optional.ofNullable(BuiltInRoles.CLUSTER.get(name)));
  }

  private List<KnownRole> roles(String name, KubernetesObject from) {
    return completed(
        scanned.neighbours(RbacGraph.ROLE, name, from),
        from.namespace().flatMap(namespace -> BuiltInRoles.namespaced(namespace, name)));
  }

  /** The API server adds to roles of a built-in one's name what they lack, if they let it. */
  private List<KnownRole> completed(List<KubernetesObject> found, Optional<KnownRole> builtIn) {
    List<KnownRole> roles = new ArrayList<>(found.size() + 1);
    found.forEach(role -> roles.add(known(role)));
    if (roles.stream().allMatch(KnownRole::isReconciled)) {
      builtIn.ifPresent(roles::add);
    }
    return roles;
  }

  private KnownRole known(KubernetesObject role) {
    KnownRole known = own.get(role);
    return known == null ? base.orElseThrow().known(role) : known;
  }

  /**
   * The roles whose rules a role gives: itself or, if it is aggregated, those that it is made of in
   * the end.
   *
   * @param from the binding: of several roles of one name the nearest is meant
   */
  List<KnownRole> parts(KnownRole role, KubernetesObject from) {
    if (role.aggregated().isEmpty()) {
      return List.of(role);
    }
    return aggregated.computeIfAbsent(
        new Aggregated(role, from.document().source().name()), key -> collect(role, from));
  }

  /** Follows selectors; each role and each selector once, so that cycles end. */
  private List<KnownRole> collect(KnownRole role, KubernetesObject from) {
    List<KnownRole> parts = new ArrayList<>();
    Set<KnownRole> seen = new LinkedHashSet<>(List.of(role));
    Set<LabelSelector> followed = new LinkedHashSet<>();
    Deque<KnownRole> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      KnownRole next = open.remove();
      if (next.aggregated().isEmpty()) {
        parts.add(next);
        continue;
      }
      for (LabelSelector selector : next.aggregated().get()) {
        if (followed.add(selector)) {
          selected(selector, from).filter(seen::add).forEach(open::add);
        }
      }
    }
    return List.copyOf(parts);
  }

  private Stream<KnownRole> selected(LabelSelector selector, KubernetesObject from) {
    return candidates(selector)
        .filter(role -> selector.matches(role.labels()))
        .map(KnownRole::name)
        .distinct()
        .flatMap(name -> clusterRoles(name, from).stream())
        .filter(role -> selector.matches(role.labels()));
  }

  /** Those that have a label that is required, or else all. */
  private Stream<KnownRole> candidates(LabelSelector selector) {
    return selector.requirements().stream()
        .filter(LabelSelector.Requirement::needsLabel)
        .findFirst()
        .map(requirement -> labelled(requirement.key()))
        .orElseGet(this::all);
  }

  private Stream<KnownRole> labelled(String label) {
    Stream<KnownRole> more = byLabel.getOrDefault(label, List.of()).stream();
    return Stream.concat(base.stream().flatMap(index -> index.labelled(label)), more);
  }

  private Stream<KnownRole> all() {
    return Stream.concat(base.stream().flatMap(RoleIndex::all), clusterRoles.stream());
  }
}
