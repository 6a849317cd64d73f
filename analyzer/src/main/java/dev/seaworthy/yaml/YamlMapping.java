package dev.seaworthy.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping: entries in the order of their keys, each key once, merges resolved. */
public final class YamlMapping implements YamlNode {

  private static final int INDEXED_FROM = 16;

  private final int start;
  private final int end;
  private final List<YamlEntry> entries;
  private final List<DuplicateKey> duplicates;
  private final @Nullable Map<String, YamlEntry> index;

  /**
   * @param start the offset of the first key or brace
   * @param end the offset after the last value or brace
   * @param entries the effective entries, no name twice
   * @param duplicates the keys that were written twice
   */
  public YamlMapping(int start, int end, List<YamlEntry> entries, List<DuplicateKey> duplicates) {
    this.start = start;
    this.end = end;
    this.entries = List.copyOf(entries);
    this.duplicates = List.copyOf(duplicates);
    this.index = entries.size() < INDEXED_FROM ? null : index(entries);
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public YamlMapping resolved() {
    return this;
  }

  /** The effective entries: merges resolved, of duplicate keys the last one. */
  public List<YamlEntry> entries() {
    return entries;
  }

  /** The keys of this mapping that were written twice. */
  public List<DuplicateKey> duplicates() {
    return duplicates;
  }

  /** The entry with a name. */
  public Optional<YamlEntry> entry(String name) {
    return Optional.ofNullable(find(name));
  }

  /** The value under a name, an alias resolved. */
  public Optional<YamlNode> get(String name) {
    return entry(name).map(found -> found.value().resolved());
  }

  private @Nullable YamlEntry find(String name) {
    if (index != null) {
      return index.get(name);
    }
    for (int i = 0; i < entries.size(); i++) {
      YamlEntry entry = entries.get(i);
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  private static Map<String, YamlEntry> index(List<YamlEntry> entries) {
    Map<String, YamlEntry> index = new HashMap<>(entries.size() * 2);
    for (YamlEntry entry : entries) {
      index.put(entry.name(), entry);
    }
    return index;
  }

  @Override
  public String toString() {
    return "mapping of " + entries.size();
  }
}
