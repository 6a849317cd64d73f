package dev.seaworthy.model;

import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a tree of nodes, made all at once: the indices in their paths are those of the tree as
 * it was. Everything that they do not touch is shared.
 */
final class NodeEdits {

  private final Map<FieldPath, NodeEdits> below = new LinkedHashMap<>();
  private @Nullable Optional<YamlNode> value;

  /**
   * @param values the new values by their paths; an empty one removes the field or item
   */
  static NodeEdits of(Map<FieldPath, Optional<YamlNode>> values) {
    NodeEdits root = new NodeEdits();
    values.forEach(
        (path, value) -> {
          NodeEdits edits = root;
          for (FieldPath step : path.steps()) {
            edits = edits.below.computeIfAbsent(step, unused -> new NodeEdits());
          }
          edits.value = value;
        });
    return root;
  }

  /** A mapping as it is after the changes. */
  YamlMapping apply(YamlMapping mapping) {
    Map<String, NodeEdits> left = new LinkedHashMap<>();
    below.forEach((step, edits) -> left.put(step.name(), edits));
    List<YamlEntry> entries = new ArrayList<>(mapping.entries().size() + 1);
    for (YamlEntry entry : mapping.entries()) {
      NodeEdits edits = left.remove(entry.name());
      Optional<YamlNode> changed =
          edits == null ? Optional.of(entry.value()) : edits.changed(entry.value().resolved());
      changed.ifPresent(
          node ->
              entries.add(new YamlEntry(entry.key(), entry.name(), node, entry.mergedThrough())));
    }
    left.forEach(
        (name, edits) ->
            edits
                .created(mapping.start())
                .ifPresent(node -> entries.add(entry(name, node, mapping.start()))));
    return new YamlMapping(mapping.start(), mapping.end(), entries, mapping.duplicates());
  }

  private Optional<YamlNode> changed(YamlNode node) {
    if (value != null) {
      return value;
    }
    if (node instanceof YamlMapping mapping) {
      return Optional.of(apply(mapping));
    }
    return node instanceof YamlSequence sequence
        ? Optional.of(apply(sequence))
        : created(node.start()).or(() -> Optional.of(node));
  }

  private YamlSequence apply(YamlSequence sequence) {
    Map<Integer, NodeEdits> byIndex = new LinkedHashMap<>();
    below.forEach((step, edits) -> byIndex.put(step.index(), edits));
    List<YamlNode> items = new ArrayList<>(sequence.items().size());
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      NodeEdits edits = byIndex.get(i);
      if (edits == null) {
        items.add(item);
      } else {
        edits.changed(item.resolved()).ifPresent(items::add);
      }
    }
    return new YamlSequence(sequence.start(), sequence.end(), items);
  }

  /** What was not there before: empty if it is not to be there afterwards either. */
  private Optional<YamlNode> created(int place) {
    if (value != null) {
      return value;
    }
    List<YamlEntry> entries = new ArrayList<>();
    below.forEach(
        (step, edits) -> {
          if (!step.isIndex()) {
            edits.created(place).ifPresent(node -> entries.add(entry(step.name(), node, place)));
          }
        });
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new YamlMapping(place, place, entries, List.of()));
  }

  private static YamlEntry entry(String name, YamlNode value, int place) {
    YamlScalar key = new YamlScalar(place, place, YamlScalar.Style.PLAIN, name, ScalarType.STRING);
    return new YamlEntry(key, name, value, Optional.empty());
  }
}
