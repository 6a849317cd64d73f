package dev.seaworthy.engine;

import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configured suppressions by what they cover: a finding meets only those for its rule and
 * object, and a file's path is held against a pattern once. Remembers which were of use.
 */
final class ConfiguredIndex {

  private final Map<Key, List<Ranked>> byKey = new HashMap<>();
  private final Set<ConfiguredIgnore> used = ConcurrentHashMap.newKeySet();

  /** A rule, and the only name of an object that is meant, if any. */
  private record Key(String ruleId, Optional<String> name) {}

  /** A suppression and its place among all. */
  private record Ranked(int rank, ConfiguredIgnore ignore) {}

  /**
   * @param policy says which suppressions there are, and which of them have expired
   */
  ConfiguredIndex(IgnorePolicy policy, RuleCatalog catalog) {
    int rank = 0;
    for (ConfiguredIgnore ignore : policy.configured()) {
      Ranked ranked = new Ranked(rank++, ignore);
      if (!ignore.isExpired(policy.today())) {
        for (RuleMetadata rule : catalog.matching(ignore.rule())) {
          Key key = new Key(rule.id(), ignore.name());
          byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(ranked);
        }
      }
    }
  }

  /** Whether a suppression has covered any finding. */
  boolean isUsed(ConfiguredIgnore ignore) {
    return used.contains(ignore);
  }

  /** The suppressions as seen from one file. */
  ForFile in(String file) {
    return new ForFile(file);
  }

  /** Holds the findings of one file against the suppressions. */
  final class ForFile {

    private final String file;
    private final Map<Predicate<String>, Boolean> paths = new IdentityHashMap<>();
    private final Map<Key, List<Ranked>> covering = new HashMap<>();

    private ForFile(String file) {
      this.file = file;
    }

    /** The first suppression that covers a finding; all that do have been of use. */
    Optional<Suppression> match(Finding finding) {
      if (byKey.isEmpty()) {
        return Optional.empty();
      }
      Optional<String> name = finding.object().map(object -> object.name());
      @Nullable Ranked first = null;
      for (Optional<String> meant : Stream.of(Optional.<String>empty(), name).distinct().toList()) {
        for (Ranked ranked : covering(new Key(finding.ruleId(), meant))) {
          if (ranked.ignore().coversObject(finding)) {
            used.add(ranked.ignore());
            first = first == null || ranked.rank() < first.rank() ? ranked : first;
          }
        }
      }
      return Optional.ofNullable(first).map(ranked -> ranked.ignore().suppression());
    }

    private List<Ranked> covering(Key key) {
      @Nullable List<Ranked> candidates = byKey.get(key);
      return candidates == null
          ? List.of()
          : covering.computeIfAbsent(
              key, unused -> candidates.stream().filter(this::coversFile).toList());
    }

    private boolean coversFile(Ranked ranked) {
      return ranked
          .ignore()
          .file()
          .map(path -> paths.computeIfAbsent(path, unknown -> unknown.test(file)))
          .orElse(true);
    }
  }
}
