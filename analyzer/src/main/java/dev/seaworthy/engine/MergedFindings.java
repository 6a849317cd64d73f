package dev.seaworthy.engine;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.RelatedPlace;
import java.util.ArrayList;
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

  /**
   * @param scenarios all there are, in their order
   * @param fingerprints those that were given
   */
  MergedFindings(List<String> scenarios, Fingerprints fingerprints) {
    this.scenarios = scenarios;
    this.fingerprints = fingerprints;
  }

  private record Key(String ruleId, Location location, String path, String kind, int occurrence) {}

  /** The first of equal findings, and what all of them say. */
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
    List<String> names = finding.scenarios().names();
    int occurrence = 0;
    Shared shared = shared(finding, occurrence);
    while (shared.first() != finding
        && (names.isEmpty() || names.stream().anyMatch(shared.scenarios()::contains))) {
      occurrence++;
      shared = shared(finding, occurrence);
    }
    shared.scenarios().addAll(names);
    shared.related().addAll(finding.related());
    return shared.first() == finding;
  }

  private Shared shared(Finding finding, int occurrence) {
    Key key =
        new Key(
            finding.ruleId(),
            finding.location(),
            finding.path(),
            finding.object().map(object -> object.kind()).orElse(""),
            occurrence);
    return byKey.computeIfAbsent(
        key, unused -> new Shared(finding, new LinkedHashSet<>(), new LinkedHashSet<>()));
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
