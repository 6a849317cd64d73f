package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of a metadata block in the form that {@code rego.metadata.rule()} gives them: fields
 * that OPA does not know are left out, and so are empty ones.
 *
 * @see <a href="https://www.openpolicyagent.org/docs/policy-language#metadata">OPA's description of
 *     metadata</a>
 */
final class MetadataContent {

  private final YamlMapping fields;
  private final RegoObject.Builder content = RegoObject.builder();

  private MetadataContent(YamlMapping fields) {
    this.fields = fields;
  }

  /**
   * The fields of a block.
   *
   * @throws InvalidField if one of them is not what it should be
   */
  static RegoObject of(YamlMapping fields) {
    return new MetadataContent(fields).content();
  }

  private RegoObject content() {
    if (!fields.duplicates().isEmpty()) {
      YamlScalar key = fields.duplicates().get(0).kept();
      throw new InvalidField(key, "yaml: mapping key '" + key.text() + "' already defined");
    }
    text("scope");
    text("title");
    text("description");
    entrypoint();
    list("organizations", item -> new RegoString(string(item, "organizations")));
    list("related_resources", MetadataContent::relatedResource);
    list("authors", MetadataContent::author);
    list("schemas", MetadataContent::schema);
    custom();
    return content.build();
  }

  private Optional<YamlNode> field(String name) {
    return fields.get(name).filter(node -> !(node instanceof YamlScalar scalar && scalar.isNull()));
  }

  private void text(String name) {
    String text = field(name).map(node -> string(node, name)).orElse("");
    if (!text.isEmpty()) {
      content.put(name, new RegoString(text));
    }
  }

  private void entrypoint() {
    Optional<YamlNode> node = field("entrypoint");
    if (node.isPresent()) {
      Optional<Boolean> value =
          node.get() instanceof YamlScalar scalar ? scalar.booleanValue() : Optional.empty();
      boolean entrypoint =
          value.orElseThrow(() -> new InvalidField(node.get(), "'entrypoint' must be a boolean"));
      if (entrypoint) {
        content.put("entrypoint", RegoBoolean.TRUE);
      }
    }
  }

  private void list(String name, Function<YamlNode, RegoValue> item) {
    Optional<YamlNode> node = field(name);
    if (node.isPresent()) {
      if (!(node.get() instanceof YamlSequence list)) {
        throw new InvalidField(node.get(), "'" + name + "' must be a list");
      }
      List<RegoValue> items = new ArrayList<>();
      list.items().forEach(one -> items.add(item.apply(one.resolved())));
      if (!items.isEmpty()) {
        content.put(name, RegoArray.of(items));
      }
    }
  }

  private void custom() {
    Optional<YamlNode> node = field("custom");
    if (node.isPresent()) {
      if (!(node.get() instanceof YamlMapping mapping)) {
        throw new InvalidField(node.get(), "'custom' must be a mapping");
      }
      if (!mapping.entries().isEmpty()) {
        content.put("custom", MetadataValues.of(mapping));
      }
    }
  }

  private static String string(YamlNode node, String name) {
    if (node instanceof YamlScalar scalar) {
      return scalar.text();
    }
    throw new InvalidField(node, "'" + name + "' must hold strings");
  }

  private static RegoValue relatedResource(YamlNode node) {
    RegoObject.Builder resource = RegoObject.builder();
    if (node instanceof YamlScalar scalar) {
      if (scalar.text().isEmpty()) {
        throw new InvalidField(node, "ref URL may not be empty string");
      }
      return resource.put("ref", new RegoString(scalar.text())).build();
    }
    String ref = member(node, "ref");
    if (ref.isEmpty()) {
      throw new InvalidField(node, "'ref' value required in object");
    }
    resource.put("ref", new RegoString(ref));
    putText(resource, "description", member(node, "description"));
    return resource.build();
  }

  /** An author as {@code Name <email>}, or as a mapping. */
  private static RegoValue author(YamlNode node) {
    RegoObject.Builder author = RegoObject.builder();
    if (node instanceof YamlScalar scalar) {
      List<String> words = Arrays.asList(scalar.text().strip().split("\\s+"));
      String last = words.get(words.size() - 1);
      if (last.isEmpty()) {
        throw new InvalidField(node, "author is an empty string");
      }
      boolean email = last.length() >= 2 && last.startsWith("<") && last.endsWith(">");
      putText(author, "name", String.join(" ", email ? words.subList(0, words.size() - 1) : words));
      putText(author, "email", email ? last.substring(1, last.length() - 1) : "");
      return author.build();
    }
    String name = member(node, "name");
    String email = member(node, "email");
    if (name.isEmpty() && email.isEmpty()) {
      throw new InvalidField(node, "'name' and/or 'email' values required in object");
    }
    putText(author, "name", name);
    putText(author, "email", email);
    return author.build();
  }

  private static void putText(RegoObject.Builder object, String name, String text) {
    if (!text.isEmpty()) {
      object.put(name, new RegoString(text));
    }
  }

  /** The text of a member of a mapping, empty if there is none. */
  private static String member(YamlNode node, String name) {
    if (!(node instanceof YamlMapping mapping)) {
      throw new InvalidField(node, "invalid value type, must be string or map");
    }
    return mapping.get(name).flatMap(MetadataContent::text).map(String::strip).orElse("");
  }

  private static Optional<String> text(YamlNode node) {
    return node instanceof YamlScalar scalar ? scalar.stringValue() : Optional.empty();
  }

  /** A document and its schema: {@code data.servers: schema.servers}, or a definition. */
  private static RegoValue schema(YamlNode node) {
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      throw new InvalidField(node, "invalid document reference");
    }
    YamlEntry entry = mapping.entries().get(0);
    RegoArray path =
        path(entry.key().text())
            .orElseThrow(() -> new InvalidField(entry.key(), "invalid document reference"));
    RegoObject.Builder schema = RegoObject.builder().put("path", path);
    YamlNode value = entry.value().resolved();
    if (value instanceof YamlMapping definition) {
      return schema.put("definition", MetadataValues.of(definition)).build();
    }
    RegoArray reference =
        text(value)
            .flatMap(MetadataContent::path)
            .filter(steps -> steps.get(0).equals(new RegoString("schema")))
            .orElseThrow(() -> new InvalidField(value, "invalid schema reference"));
    return schema.put("schema", reference).build();
  }

  /** The steps of a reference as strings. */
  private static Optional<RegoArray> path(String text) {
    try {
      Term term = RegoParser.parseTerm(text);
      List<RegoValue> steps = new ArrayList<>();
      Term head = term instanceof Term.Ref ref ? ref.head() : term;
      if (!(head instanceof Term.Var root)) {
        return Optional.empty();
      }
      steps.add(new RegoString(root.name()));
      if (term instanceof Term.Ref ref) {
        for (Term step : ref.path()) {
          steps.add(
              step instanceof Term.Scalar scalar ? scalar.value() : new RegoString(Names.of(step)));
        }
      }
      return Optional.of(RegoArray.of(steps));
    } catch (RegoException e) {
      return Optional.empty();
    }
  }

  /** A field that is not what it should be. */
  static final class InvalidField extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient YamlNode node;
    private final String reason;

    InvalidField(YamlNode node, String reason) {
      super(reason, null, false, false);
      this.node = node;
      this.reason = reason;
    }

    YamlNode node() {
      return node;
    }

    String reason() {
      return reason;
    }
  }
}
