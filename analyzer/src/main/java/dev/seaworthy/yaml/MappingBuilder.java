package dev.seaworthy.yaml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of a mapping in the order of the text, a later one replacing an earlier one
 * of the same name. Merged entries take part in that order: for Kubernetes a {@code <<} that comes
 * after a key wins over it.
 */
final class MappingBuilder {

  private static final int INDEXED_FROM = 12;

  private final List<YamlEntry> entries = new ArrayList<>();
  private final List<DuplicateKey> duplicates = new ArrayList<>(0);
  private final BitSet merged = new BitSet();
  private @Nullable Map<String, Integer> index;

  void put(YamlScalar key, String name, YamlNode value) {
    put(new YamlEntry(key, name, value, Optional.empty()), false);
  }

  void merge(YamlMapping source, Optional<YamlAlias> through) {
    for (YamlEntry entry : source.entries()) {
      Optional<YamlAlias> alias = through.or(entry::mergedThrough);
      put(new YamlEntry(entry.key(), entry.name(), entry.value(), alias), true);
    }
  }

  YamlMapping build(int start, int end) {
    return new YamlMapping(start, end, entries, duplicates);
  }

  private void put(YamlEntry entry, boolean isMerged) {
    int at = indexOf(entry.name());
    if (at < 0) {
      at = entries.size();
      entries.add(entry);
      if (index != null) {
        index.put(entry.name(), at);
      }
    } else {
      YamlEntry replaced = entries.set(at, entry);
      if (!merged.get(at)) {
        duplicates.add(new DuplicateKey(entry.name(), replaced.key(), entry.key()));
      }
    }
    merged.set(at, isMerged);
  }

  private int indexOf(String name) {
    if (index == null && entries.size() >= INDEXED_FROM) {
      index = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        index.put(entries.get(i).name(), i);
      }
    }
    if (index != null) {
      return index.getOrDefault(name, -1);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
