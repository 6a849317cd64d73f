package dev.seaworthy.engine;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts findings together that several scenarios share: those of one rule at one place, about the
 * same field of the same kind of object, whatever that is called in each of them. A finding may be
 * suppressed in some scenarios and not in others, so it is held against suppressions before.
 */
final class MergedFindings {

  private final List<String> scenarios;
  private final Fingerprints fingerprints;
  private final Map<Key, Shared> byKey = new LinkedHashMap<>();
  private final Map<Kind, Map<String, Integer>> seen = new HashMap<>();

  /**
   * @param scenarios all there are, in their order
   * @param fingerprints those that were given
   */
  MergedFindings(List<String> scenarios, Fingerprints fingerprints) {
    this.scenarios = scenarios;
    this.fingerprints = fingerprints;
  }

  /** What equal findings have in common. */
  private record Kind(String ruleId, Location location, String path, String object) {}

  /** The same in each of its scenarios, where there may be several of a kind. */
  private record Key(Kind kind, int occurrence) {}

  /** The first of equal findings with its way, and what else all of them say. */
  private record Shared(Finding first, Set<String> scenarios, Set<RelatedPlace> related) {}

  /** What came of merging; a number for each finding, in the order in which they were added. */
  record Merged(List<Finding> findings, List<Integer> firsts) {}

  static Merged merge(List<Finding> findings, List<String> scenarios, Fingerprints fingerprints) {
    MergedFindings merged = new MergedFindings(scenarios, fingerprints);
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      if (merged.add(findings.get(i))) {
        firsts.add(i);
      }
    }
    return new Merged(merged.findings(), firsts);
  }

  /**
   * Two findings that share a scenario are two, even if they look the same; so are two that are not
   * about what was rendered.
   *
   * @return whether it is the first of its kind
   */
  private boolean add(Finding finding) {
    Key key = key(finding);
    boolean isFirst = !byKey.containsKey(key);
    Shared shared =
        byKey.computeIfAbsent(
            key, unused -> new Shared(finding, new LinkedHashSet<>(), new LinkedHashSet<>()));
    shared.scenarios().addAll(finding.scenarios().names());
    finding.related().stream()
        .filter(place -> isFirst || place.step().isEmpty())
        .forEach(shared.related()::add);
    return isFirst;
  }

  private Key key(Finding finding) {
    Kind kind =
        new Kind(
            finding.ruleId(),
            finding.location(),
            finding.path(),
            finding.object().map(object -> object.kind()).orElse(""));
    Map<String, Integer> counts = seen.computeIfAbsent(kind, unused -> new HashMap<>());
    List<String> names = finding.scenarios().names();
    List<String> counted = names.isEmpty() ? List.of("") : names;
    int occurrence =
        counted.stream().mapToInt(name -> counts.getOrDefault(name, 0)).max().orElseThrow();
    counted.forEach(name -> counts.put(name, occurrence + 1));
    return new Key(kind, occurrence);
  }

  private List<Finding> findings() {
    return byKey.values().stream().map(this::finding).toList();
  }

  private Finding finding(Shared shared) {
    List<String> names = scenarios.stream().filter(shared.scenarios()::contains).toList();
    Finding first = shared.first();
    boolean all = names.size() == scenarios.size() || names.isEmpty();
    String fingerprint = fingerprints.distinct(first.fingerprint());
    return first.in(new Scenarios(names, all), List.copyOf(shared.related()), fingerprint);
  }
}
