package dev.seaworthy.config;

import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.yaml.DuplicateKey;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping with a fixed set of keys: those that are asked for. {@link #end} reports all others.
 */
final class Section {

  private final YamlMapping mapping;
  private final ErrorCollector errors;
  private final List<String> known = new ArrayList<>();

  Section(YamlMapping mapping, ErrorCollector errors) {
    this.mapping = mapping;
    this.errors = errors;
    reportDuplicates(mapping, errors);
  }

  /** The value of a key, if it is there. */
  Optional<Value> value(String key) {
    known.add(key);
    return mapping.entry(key).flatMap(this::value);
  }

  /** Reports the keys that nobody has asked for. */
  void end() {
    for (YamlEntry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        unknown(entry, known);
      }
    }
  }

  /** Reports a key that is none of those that are known. */
  void unknown(YamlEntry entry, List<String> names) {
    String key = entry.key().text();
    errors.add(entry.key(), "unknown key " + Value.quoted(key), oneOf("Known here", key, names));
  }

  boolean isEmpty() {
    return mapping.entries().isEmpty();
  }

  /** All keys, for a mapping where any key may be. */
  List<YamlEntry> entries() {
    return mapping.entries();
  }

  /** A hint to choose from what there is. */
  static String oneOf(String lead, String written, List<String> names) {
    String guess = Suggestions.question(written, names);
    if (names.size() == 1) {
      return guess + lead + " is only " + names.get(0) + ".";
    }
    String last = names.get(names.size() - 1);
    String others = String.join(", ", names.subList(0, names.size() - 1));
    return guess + lead + " are " + others + " and " + last + ".";
  }

  /** The value of an entry, if it has one. */
  Optional<Value> value(YamlEntry entry) {
    String name = Value.quoted(entry.key().text());
    if (entry.value().resolved() instanceof YamlScalar scalar && scalar.isNull()) {
      errors.add(entry.key(), name + " has no value", "Give it one, or remove the key.");
      return Optional.empty();
    }
    return Optional.of(new Value(name, entry.value().resolved(), errors));
  }

  private static void reportDuplicates(YamlMapping mapping, ErrorCollector errors) {
    for (DuplicateKey duplicate : mapping.duplicates()) {
      errors.add(
          duplicate.kept(),
          "key '" + duplicate.name() + "' is there twice",
          "Remove one: the other stands in line " + errors.line(duplicate.ignored()) + ".");
    }
  }
}
