package dev.seaworthy.helm.values;

import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlSequence;
import dev.seaworthy.yaml.YamlStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a chart's {@code values.schema.json} knows. */
public final class SchemaKeys {

  private static final String PROPERTIES = "properties";
  private static final String PATTERNS = "patternProperties";

  private SchemaKeys() {}

  /**
   * The names of properties at any depth of a schema, as it may refer to its parts in many ways.
   *
   * @return nothing if it may know any key: because of patterns, or as it cannot be read
   */
  public static Optional<Set<String>> declared(SourceText schema) {
    YamlStream stream = YamlReader.read(schema);
    if (!stream.problems().isEmpty() || stream.documents().isEmpty()) {
      return Optional.empty();
    }
    Set<String> keys = new TreeSet<>();
    Deque<YamlNode> open = new ArrayDeque<>();
    open.push(stream.documents().get(0).root());
    while (!open.isEmpty()) {
      YamlNode node = open.pop();
      if (node instanceof YamlSequence sequence) {
        sequence.items().forEach(open::push);
      } else if (node instanceof YamlMapping mapping) {
        if (mapping.entry(PATTERNS).isPresent()) {
          return Optional.empty();
        }
        if (mapping.get(PROPERTIES).orElse(null) instanceof YamlMapping properties) {
          properties.entries().stream().map(YamlEntry::name).forEach(keys::add);
        }
        mapping.entries().forEach(entry -> open.push(entry.value()));
      }
    }
    return Optional.of(keys);
  }
}
