package dev.seaworthy.engine;

import dev.seaworthy.engine.InlineSuppression.Part;
import dev.seaworthy.engine.InlineSuppression.Scope;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The suppressions in one file by what they cover, so that the time for many of them and many
 * findings is the sum of both. Remembers which were of use.
 */
final class InlineIndex {

  private final Map<Key, Cover> covers = new HashMap<>();
  private final Set<Use> uses = new HashSet<>();

  InlineIndex(List<InlineSuppression> suppressions) {
    for (InlineSuppression suppression : suppressions) {
      for (InlineSuppression.Name name : suppression.names()) {
        name.rules().forEach(rule -> add(suppression, name, rule));
      }
    }
  }

  private void add(InlineSuppression suppression, InlineSuppression.Name name, RuleMetadata rule) {
    for (Scope scope : suppression.scopes()) {
      covers
          .computeIfAbsent(
              new Key(scope, rule.id()), key -> new Cover(covers.size(), suppression.suppression()))
          .names
          .add(use(suppression, name));
    }
  }

  private record Key(Scope scope, String ruleId) {}

  /** One name in one suppression. The same text may count for several objects, by an alias. */
  private record Use(Location location, String written) {}

  /** All suppressions of the same findings. */
  private static final class Cover {

    private final int order;
    private final Suppression first;
    private final List<Use> names = new ArrayList<>(1);
    private boolean used;

    Cover(int order, Suppression first) {
      this.order = order;
      this.first = first;
    }
  }

  /**
   * The first suppression in the file that covers a finding, those for its line before those for
   * its object; all that do have been of use.
   */
  Optional<Suppression> match(Hit hit) {
    if (covers.isEmpty()) {
      return Optional.empty();
    }
    return match(hit, hit.lines()).or(() -> match(hit, parts(hit)));
  }

  /** Whether a name in a suppression has covered any finding. */
  boolean isUsed(InlineSuppression suppression, InlineSuppression.Name name) {
    return uses.contains(use(suppression, name));
  }

  private Optional<Suppression> match(Hit hit, List<? extends Scope> scopes) {
    @Nullable Cover first = null;
    for (Scope scope : scopes) {
      Cover cover = covers.get(new Key(scope, hit.finding().ruleId()));
      if (cover == null) {
        continue;
      }
      if (!cover.used) {
        cover.used = true;
        uses.addAll(cover.names);
      }
      first = first == null || cover.order < first.order ? cover : first;
    }
    return first == null ? Optional.empty() : Optional.of(first.first);
  }

  /** The parts of its object that a finding lies in. */
  private static List<Part> parts(Hit hit) {
    List<Part> parts = new ArrayList<>();
    Optional<String> container = hit.finding().container();
    Optional<FieldPath> path = hit.object().map(unused -> hit.path());
    while (path.isPresent()) {
      KubernetesObject object = hit.object().orElseThrow();
      parts.add(new Part(object, path.get(), Optional.empty()));
      if (container.isPresent()) {
        parts.add(new Part(object, path.get(), container));
      }
      path = path.get().parent();
    }
    return parts;
  }

  private static Use use(InlineSuppression suppression, InlineSuppression.Name name) {
    return new Use(suppression.suppression().location(), name.written());
  }
}
