package dev.seaworthy.schema.validate;

import dev.seaworthy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON Schema of the schema in a custom resource definition: what the API server would prune
 * is unknown, and the {@code x-kubernetes-} extensions become keywords. What has a default is never
 * missing: the server fills it in first.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">structural
 *     schemas</a>
 */
final class StructuralSchema {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The fields of metadata, of which the server knows the types itself. */
  private static final List<String> METADATA =
      List.of(
          "annotations",
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generateName",
          "generation",
          "labels",
          "managedFields",
          "name",
          "namespace",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  /** A keyword: null is a value like others here, and not the same as no value. */
  static final String NOT_NULL = "x-seaworthy-not-null";

  /** A keyword: null has to be among the values, though it is of the right type. */
  static final String NULL_IN_ENUM = "x-seaworthy-null-in-enum";

  private static final String NULLABLE = "nullable";

  private final boolean prunes;
  private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private StructuralSchema(boolean prunes) {
    this.prunes = prunes;
  }

  /**
   * @param prunes whether the server drops fields that the schema does not have
   * @throws SchemaProblem if this is no schema
   */
  static ObjectNode of(YamlNode schema, boolean prunes) throws SchemaProblem {
    if (!(JsonTree.of(schema) instanceof ObjectNode root)) {
      throw new SchemaProblem("the schema is no mapping");
    }
    StructuralSchema structural = new StructuralSchema(prunes);
    structural.convert(root);
    structural.embed(root);
    name(root);
    return root;
  }

  private void convert(JsonNode node) {
    if (!(node instanceof ObjectNode schema) || !visited.add(schema)) {
      return;
    }
    exclusive(schema, "Minimum");
    exclusive(schema, "Maximum");
    for (JsonNode field : schema.path("properties")) {
      convert(field);
    }
    convert(schema.path("items"));
    if (schema.get("items") instanceof ObjectNode item && !isSet(item, NULLABLE)) {
      item.put(NOT_NULL, true);
    }
    convert(schema.path("additionalProperties"));
    close(schema);
    spareDefaults(schema);
    if (isSet(schema, "x-kubernetes-int-or-string") && !schema.has("type")) {
      schema.putArray("type").add("integer").add("string");
    }
    if (isSet(schema, "x-kubernetes-embedded-resource")) {
      embed(schema);
      require(schema, "apiVersion");
      require(schema, "kind");
    }
    if (isSet(schema, NULLABLE) && schema.has("enum")) {
      schema.put(NULL_IN_ENUM, true);
    }
    unique(schema);
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(choice).forEach(this::convertValidations);
    }
    convertValidations(schema.path("not"));
  }

  /** What stands in a choice judges values and says nothing of which fields there are. */
  private void convertValidations(JsonNode node) {
    if (!(node instanceof ObjectNode schema) || !visited.add(schema)) {
      return;
    }
    exclusive(schema, "Minimum");
    exclusive(schema, "Maximum");
    schema.path("properties").forEach(this::convertValidations);
    convertValidations(schema.path("items"));
    convertValidations(schema.path("additionalProperties"));
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      schema.path(choice).forEach(this::convertValidations);
    }
    convertValidations(schema.path("not"));
  }

  /** The server fills in defaults when it reads an object, before it looks at what is missing. */
  private static void spareDefaults(ObjectNode schema) {
    if (schema.get("required") instanceof ArrayNode required) {
      List<JsonNode> missed = new ArrayList<>();
      for (JsonNode name : required) {
        boolean filled =
            name.isString() && schema.path("properties").path(name.stringValue()).has("default");
        if (!filled) {
          missed.add(name);
        }
      }
      schema.putArray("required").addAll(missed);
    }
  }

  private void close(ObjectNode schema) {
    boolean isObject = schema.path("type").asString("").equals("object");
    boolean open =
        schema.has("additionalProperties") || isSet(schema, "x-kubernetes-preserve-unknown-fields");
    if (prunes && isObject && !open) {
      schema.put("additionalProperties", false);
    }
  }

  /** An object has what every object has, and of its metadata the server knows the fields. */
  private void embed(ObjectNode schema) {
    ObjectNode fields =
        schema.get("properties") instanceof ObjectNode known ? known : NODES.objectNode();
    for (String name : List.of("apiVersion", "kind")) {
      if (!fields.has(name)) {
        fields.putObject(name).put("type", "string");
      }
    }
    ObjectNode metadata =
        fields.get("metadata") instanceof ObjectNode known ? known : NODES.objectNode();
    metadata.put("type", "object");
    ObjectNode own =
        metadata.get("properties") instanceof ObjectNode known ? known : NODES.objectNode();
    METADATA.stream().filter(name -> !own.has(name)).forEach(own::putObject);
    for (String name : List.of("annotations", "labels")) {
      ObjectNode texts = own.putObject(name);
      texts.put("type", "object");
      ObjectNode value = texts.putObject("additionalProperties").put("type", "string");
      if (name.equals("labels")) {
        value.put("format", "k8s-label-value");
      }
    }
    metadata.set("properties", own);
    metadata.put("additionalProperties", false);
    fields.set("metadata", metadata);
    schema.set("properties", fields);
  }

  /** What is stored has a name, or gets one. */
  private static void name(ObjectNode root) {
    require(root, "metadata");
    ObjectNode metadata = (ObjectNode) root.get("properties").get("metadata");
    if (metadata.get("properties").get("name") instanceof ObjectNode name && name.isEmpty()) {
      name.put("type", "string").put("format", "k8s-long-name");
    }
    ArrayNode either = metadata.putArray("anyOf");
    require(either.addObject(), "name");
    require(either.addObject(), "generateName");
  }

  private static void require(ObjectNode schema, String field) {
    ArrayNode required =
        schema.get("required") instanceof ArrayNode known ? known : schema.putArray("required");
    required.add(field);
  }

  /** OpenAPI 3.0 says of a bound whether it is exclusive; JSON Schema has two keywords. */
  private static void exclusive(ObjectNode schema, String bound) {
    String flag = "exclusive" + bound;
    JsonNode exclusive = schema.path(flag);
    if (exclusive.isBoolean()) {
      JsonNode limit = schema.get(bound.toLowerCase(Locale.ROOT));
      schema.remove(flag);
      if (exclusive.booleanValue() && limit != null) {
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

  private static boolean isSet(ObjectNode schema, String flag) {
    return schema.path(flag).asBoolean(false);
  }
}
