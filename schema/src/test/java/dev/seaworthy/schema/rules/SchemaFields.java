package dev.seaworthy.schema.rules;

import dev.seaworthy.model.FieldPath;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The keys of an object whose schema says which fields their place has. */
final class SchemaFields {

  private static final String DEFINITIONS = "#/$defs/";

  private final JsonNode root;
  private final List<Key> keys = new ArrayList<>();
  private final Set<String> definitions = new TreeSet<>();

  /**
   * A key.
   *
   * @param in the way to the mapping that has it
   * @param siblings the other members of that mapping that are mappings
   */
  record Key(YamlEntry entry, FieldPath in, List<Place> above, List<Place> siblings) {

    String name() {
      return entry.name();
    }

    @Override
    public String toString() {
      return in.child(name()).toString();
    }
  }

  /** A mapping, and what its schema is. */
  record Place(FieldPath path, JsonNode schema) {

    /** Whether a field of some name is a mistake here. */
    boolean refuses(String name) {
      return schema.has("properties") && !schema.get("properties").has(name);
    }
  }

  private SchemaFields(JsonNode root) {
    this.root = root;
  }

  /** The keys of a value. */
  static SchemaFields of(YamlNode value, JsonNode schema) {
    SchemaFields fields = new SchemaFields(schema);
    fields.walk(value, fields.resolve(schema), FieldPath.ROOT, List.of());
    return fields;
  }

  /** Those at places that have certain fields alone, but for those that make it an object. */
  List<Key> keys() {
    return keys.stream()
        .filter(
            key ->
                !key.in().equals(FieldPath.ROOT)
                    || !Set.of("apiVersion", "kind").contains(key.name()))
        .toList();
  }

  /** The names of the definitions that describe some value in the object. */
  Set<String> definitions() {
    return definitions;
  }

  private void walk(YamlNode node, JsonNode schema, FieldPath path, List<Place> above) {
    if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        walk(sequence.items().get(i), resolve(schema.path("items")), path.child(i), above);
      }
    }
    if (!(node instanceof YamlMapping mapping)) {
      return;
    }
    List<Place> down = new ArrayList<>(above);
    down.add(new Place(path, schema));
    for (YamlEntry entry : mapping.entries()) {
      if (schema.has("properties")) {
        keys.add(new Key(entry, path, above, siblings(mapping, entry, schema, path)));
      }
      walk(entry.value(), member(schema, entry.name()), path.child(entry.name()), down);
    }
  }

  private List<Place> siblings(
      YamlMapping mapping, YamlEntry entry, JsonNode schema, FieldPath path) {
    return mapping.entries().stream()
        .filter(other -> other != entry && other.value() instanceof YamlMapping)
        .map(other -> new Place(path.child(other.name()), member(schema, other.name())))
        .toList();
  }

  private JsonNode member(JsonNode schema, String name) {
    JsonNode field = schema.path("properties").path(name);
    return resolve(field.isMissingNode() ? schema.path("additionalProperties") : field);
  }

  private JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    if (!reference.startsWith(DEFINITIONS)) {
      return schema;
    }
    String name = reference.substring(DEFINITIONS.length());
    definitions.add(name);
    JsonNode found = root.path("$defs").path(name);
    return found.isMissingNode() ? MissingNode.getInstance() : found;
  }
}
