package dev.seaworthy.podsecurity;

import dev.seaworthy.model.Facts;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlScalar;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names that the standards allow, which policies in Rego go by as well.
 *
 * @param since the minor version from which each is allowed
 */
record AllowedNames(Map<String, Integer> since) {

  /**
   * @param facts what {@link Facts} calls them
   */
  static AllowedNames of(String facts) {
    return new AllowedNames(
        Facts.about(facts).entries().stream()
            .collect(Collectors.toUnmodifiableMap(YamlEntry::name, AllowedNames::minor)));
  }

  private static int minor(YamlEntry entry) {
    return (int) ((YamlScalar) entry.value()).longValue().orElseThrow();
  }

  /** Whether a name is allowed at a minor version. */
  boolean contains(String name, int minor) {
    return since.getOrDefault(name, Integer.MAX_VALUE) <= minor;
  }

  /** The minor versions at which names were added, from old to new. */
  IntStream versions() {
    return since.values().stream().mapToInt(Integer::intValue).distinct().sorted();
  }
}
