package dev.seaworthy.engine;

import dev.seaworthy.model.Field;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people recognise an item of a list by. */
final class ListItem {

  private static final int MAX_ENTRIES = 4;

  private ListItem() {}

  /** The text of an item, or those of its fields that are one; empty for what is no item. */
  static Optional<String> inShort(Field field) {
    return field.path().isIndex() ? field.node().map(ListItem::text) : Optional.empty();
  }

  private static String text(YamlNode node) {
    YamlNode item = node.resolved();
    if (item instanceof YamlMapping mapping) {
      return mapping.entries().stream()
          .filter(entry -> entry.value().resolved() instanceof YamlScalar)
          .limit(MAX_ENTRIES)
          .map(ListItem::text)
          .collect(Collectors.joining(", "));
    }
    return item instanceof YamlScalar scalar ? scalar.text() : "";
  }

  private static String text(YamlEntry entry) {
    return entry.name() + ": " + text(entry.value());
  }
}
