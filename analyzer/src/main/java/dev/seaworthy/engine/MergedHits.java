package dev.seaworthy.engine;

import dev.seaworthy.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts findings together that several scenarios share: those of one rule at one place, about the
 * same field of the same kind of object, whatever that is called in each of them.
 */
final class MergedHits {

  private final List<String> scenarios;
  private final Map<Key, Shared> byKey = new LinkedHashMap<>();

  /**
   * @param scenarios all there are, in their order
   */
  MergedHits(List<String> scenarios) {
    this.scenarios = scenarios;
  }

  private record Key(String ruleId, Location location, String path, String kind, int occurrence) {}

  /** The first of equal findings, and the scenarios of all. */
  private record Shared(Hit first, Set<String> scenarios) {}

  /** Two findings that share a scenario are two, even if they look the same. */
  void add(Hit hit) {
    int occurrence = 0;
    Shared shared = shared(hit, occurrence);
    while (shared.first() != hit
        && hit.scenarios().stream().anyMatch(shared.scenarios()::contains)) {
      occurrence++;
      shared = shared(hit, occurrence);
    }
    shared.scenarios().addAll(hit.scenarios());
  }

  private Shared shared(Hit hit, int occurrence) {
    Finding finding = hit.finding();
    Key key =
        new Key(
            finding.ruleId(),
            finding.location(),
            finding.path(),
            finding.object().map(object -> object.kind()).orElse(""),
            occurrence);
    return byKey.computeIfAbsent(key, unused -> new Shared(hit, new LinkedHashSet<>()));
  }

  /** One finding for each place, in the order in which they were added. */
  List<Hit> merged() {
    Fingerprints fingerprints = new Fingerprints();
    List<Hit> merged = new ArrayList<>(byKey.size());
    for (Shared shared : byKey.values()) {
      List<String> names = scenarios.stream().filter(shared.scenarios()::contains).toList();
      Scenarios holds = new Scenarios(names, names.size() == scenarios.size());
      Hit first = shared.first();
      String fingerprint = fingerprints.distinct(first.finding().fingerprint());
      merged.add(first.with(first.finding().in(holds, fingerprint)));
    }
    return merged;
  }
}
