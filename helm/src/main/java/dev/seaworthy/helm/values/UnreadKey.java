package dev.seaworthy.helm.values;

import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key at the top of a values file that nothing reads.
 *
 * @param name the key
 * @param location where it is written
 * @param nearest the key that may be meant
 */
public record UnreadKey(String name, Location location, Optional<String> nearest) {

  /**
   * The keys of a file that are not among those that are read, in the order of the file. A key with
   * an anchor is there for the aliases.
   *
   * @param file the file
   * @param read the keys that are read: by templates, for dependencies, and as the schema has them
   */
  public static List<UnreadKey> of(ValuesFile file, Set<String> read) {
    SourceText source = file.source();
    return file.root().entries().stream()
        .filter(entry -> !read.contains(entry.name()))
        .filter(entry -> entry.mergedThrough().isEmpty() && !isForAliases(entry, source.text()))
        .map(
            entry ->
                new UnreadKey(
                    entry.key().text(),
                    Location.exact(
                        source.name(), source.span(entry.key().start(), entry.key().end())),
                    Suggestions.nearest(entry.name(), read)))
        .toList();
  }

  private static boolean isForAliases(YamlEntry entry, String text) {
    int value = Math.max(entry.key().end(), entry.value().start());
    return text.substring(entry.key().end(), value).contains("&");
  }
}
