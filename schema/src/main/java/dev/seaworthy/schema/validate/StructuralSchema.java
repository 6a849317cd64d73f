package dev.seaworthy.schema.validate;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON Schema of the schema in a custom resource definition: what the API server would prune
 * is unknown, and the {@code x-kubernetes-} extensions become keywords. It judges objects after
 * their {@link Completion}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">structural
 *     schemas</a>
 */
final class StructuralSchema {

  /**
   * A keyword of schemas for which null is a value: it has the type only where {@code nullable}
   * says so, is in no enumeration, and is there for those that require it.
   */
  static final String KEYWORD = "x-seaworthy-structural";

  /** Where the schema of values is in which no object has any field. */
  private static final String FIELDLESS = "seaworthy-fieldless";

  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
  private static final String PROPERTIES = "properties";
  private static final String ADDITIONAL = "additionalProperties";

  /** Formats of fields that may be empty, which those of custom resources may not. */
  private static final Set<String> EMPTY_PASSES = Set.of("cidr", "k8s-short-name", "k8s-long-name");

  private static final List<String> CHOICES = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> NAMES = List.of(PROPERTIES, ADDITIONAL, "items", "$ref");

  private final CustomResourceSchema source;
  private final ObjectNode root;
  private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private StructuralSchema(CustomResourceSchema source, ObjectNode root) {
    this.source = source;
    this.root = root;
  }

  /**
   * @throws SchemaProblem if this is no schema
   */
  static ObjectNode of(CustomResourceSchema source) throws SchemaProblem {
    if (!(JsonTree.of(source.schema()) instanceof ObjectNode root)) {
      throw new SchemaProblem("the schema is no mapping");
    }
    if (source.isStructural()) {
      StructuralFaults.check(root);
    }
    StructuralSchema structural = new StructuralSchema(source, root);
    structural.convert(root, false);
    ObjectFields.ofObject(root);
    if (source.hasStatus()) {
      structural.ignoreStatus();
    }
    ObjectNode fieldless = root.putObject("$defs").putObject(FIELDLESS);
    fieldless.put(ADDITIONAL, false).putObject("items").put("$ref", reference());
    return root;
  }

  private static String reference() {
    return "#/$defs/" + FIELDLESS;
  }

  /**
   * @param isOpen whether a list around it preserves the fields of its items
   */
  private void convert(JsonNode node, boolean isOpen) {
    if (!(node instanceof ObjectNode schema) || !visited.add(schema)) {
      return;
    }
    boolean preserves = isOpen || isSet(schema, PRESERVE);
    JsonNode fields = schema.path(PROPERTIES);
    boolean isEmbedded = isSet(schema, "x-kubernetes-embedded-resource");
    if (isEmbedded || schema == root) {
      // which fields there are, the server knows itself
      convertChoice(fields.path("metadata"));
    }
    fields.forEach(field -> convert(field, false));
    convert(schema.path("items"), preserves);
    convert(schema.path(ADDITIONAL), false);
    if (isSet(schema, "x-kubernetes-int-or-string")) {
      schema.putArray("type").add("integer").add("string");
    }
    close(schema, preserves);
    convertValues(schema);
    if (isEmbedded) {
      ObjectFields.ofEmbedded(schema);
    }
    unique(schema);
  }

  /** What stands in a choice judges values and says nothing of which fields there are. */
  private void convertChoice(JsonNode node) {
    if (node instanceof ObjectNode schema && visited.add(schema)) {
      convertValues(schema);
      schema.path(PROPERTIES).forEach(this::convertChoice);
      convertChoice(schema.path("items"));
      convertChoice(schema.path(ADDITIONAL));
    }
  }

  private void convertValues(ObjectNode schema) {
    schema.put(KEYWORD, true);
    exclusive(schema, "Minimum");
    exclusive(schema, "Maximum");
    format(schema);
    if (schema.get("enum") instanceof ArrayNode values) {
      if (values.isEmpty()) {
        schema.remove("enum");
      } else if (values.size() > 1) {
        // to list null changes nothing: the server never finds it there
        values.removeIf(JsonNode::isNull);
      }
    }
    CHOICES.forEach(choice -> schema.path(choice).forEach(this::convertChoice));
    convertChoice(schema.path("not"));
  }

  private void close(ObjectNode schema, boolean preserves) {
    if (!source.prunes() || !schema.path("type").asString("").equals("object")) {
      return;
    }
    if (isSet(schema, ADDITIONAL)) {
      schema.putObject(ADDITIONAL).put("$ref", reference());
    } else if (!schema.has(ADDITIONAL) && !preserves) {
      schema.put(ADDITIONAL, false);
    }
  }

  /** The server knows some formats by their type, whatever their hyphens, and no others. */
  private void format(ObjectNode schema) {
    String type = schema.path("type").asString("");
    String name = schema.path("format").asString("");
    boolean mayBeText = type.isEmpty() || type.equals("string");
    Optional<String> known =
        mayBeText
            ? Formats.ofCustomResources(name, source.kubernetes())
            : Optional.of(name).filter(Formats.ofNumbers(type)::contains);
    schema.remove("format");
    known.ifPresent(format -> schema.put("format", format));
    if (known.isEmpty() && (type.equals("integer") || schema.path("type").isArray())) {
      schema.put("format", "int64");
    } else if (known.isPresent() && mayBeText) {
      if (EMPTY_PASSES.contains(known.get()) && schema.path("minLength").asInt(0) == 0) {
        schema.put("minLength", 1);
      }
      if (!schema.has("type")) {
        schema.putArray("type").add("string").add("array").add("null");
      }
    }
  }

  /** The status of a new object is dropped when its fields have been looked at. */
  private void ignoreStatus() {
    if (root.get(PROPERTIES).get("status") instanceof ObjectNode status) {
      visited.clear();
      onlyNames(status, false);
    }
    if (root.get("required") instanceof ArrayNode required) {
      required.removeIf(name -> name.asString("").equals("status"));
    }
  }

  private void onlyNames(JsonNode node, boolean isOpen) {
    if (node instanceof ObjectNode schema && visited.add(schema)) {
      boolean preserves = isOpen || isSet(schema, PRESERVE);
      schema.retain(NAMES);
      if (source.prunes() && !preserves && !schema.has(ADDITIONAL) && !schema.has("$ref")) {
        schema.put(ADDITIONAL, false);
      }
      schema.path(PROPERTIES).forEach(field -> onlyNames(field, false));
      onlyNames(schema.path("items"), preserves);
      onlyNames(schema.path(ADDITIONAL), false);
    }
  }

  /** OpenAPI 3.0 says of a bound whether it is exclusive; JSON Schema has two keywords. */
  private static void exclusive(ObjectNode schema, String bound) {
    String flag = "exclusive" + bound;
    JsonNode exclusive = schema.path(flag);
    if (exclusive.isBoolean()) {
      String inclusive = bound.toLowerCase(Locale.ROOT);
      JsonNode limit = schema.get(inclusive);
      schema.remove(flag);
      if (exclusive.booleanValue() && limit != null) {
        schema.remove(inclusive);
        schema.set(flag, limit);
      }
    }
  }

  private static void unique(ObjectNode schema) {
    String list = schema.path("x-kubernetes-list-type").asString("");
    if (list.equals("set")) {
      schema.putArray(UniqueItems.KEYWORD);
    } else if (list.equals("map")) {
      ArrayNode keys = schema.putArray(UniqueItems.KEYWORD);
      schema.path("x-kubernetes-list-map-keys").forEach(keys::add);
    }
  }

  static boolean isSet(JsonNode schema, String flag) {
    return schema.path(flag).asBoolean(false);
  }
}
