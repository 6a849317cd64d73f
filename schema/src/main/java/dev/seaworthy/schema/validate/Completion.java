package dev.seaworthy.schema.validate;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does with a custom resource what the API server does before it validates one: defaults are filled
 * in, and a field that is null and must not be is dropped.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting-and-nullable">defaulting
 *     and nullable</a>
 */
final class Completion {

  /** As with steps of validation; aliases make a tree of any size. */
  private static final int MAX_NODES = 2_000_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final boolean prunes;
  private int nodes;

  private Completion(boolean prunes) {
    this.prunes = prunes;
  }

  /**
   * @param schema made by {@link StructuralSchema}
   * @param prunes whether the API server drops what the schema does not have
   * @throws SchemaProblem if the object is too large
   */
  static JsonNode of(JsonNode object, JsonNode schema, boolean prunes) throws SchemaProblem {
    return new Completion(prunes).complete(object, schema);
  }

  private JsonNode complete(JsonNode value, JsonNode schema) throws SchemaProblem {
    if (++nodes > MAX_NODES) {
      throw new SchemaProblem("the object has more than " + MAX_NODES + " values");
    }
    if (value instanceof ObjectNode object && (schema.has("properties") || isMap(schema))) {
      return fields(object, schema);
    }
    return value instanceof ArrayNode array && schema.has("items") ? items(array, schema) : value;
  }

  private static boolean isMap(JsonNode schema) {
    return schema.path("additionalProperties").isObject();
  }

  private ObjectNode fields(ObjectNode object, JsonNode schema) throws SchemaProblem {
    ObjectNode completed = NODES.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = field.getKey();
      JsonNode own = schema.path("properties").path(name);
      JsonNode of = own.isMissingNode() ? schema.path("additionalProperties") : own;
      JsonNode value = filled(field.getValue(), of);
      if (!value.isNull() || !isNeverNull(of) || !prunes) {
        completed.set(name, complete(value, of));
      }
    }
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      JsonNode of = field.getValue();
      if (!object.has(field.getKey()) && of.hasNonNull("default")) {
        completed.set(field.getKey(), complete(of.get("default"), of));
      }
    }
    return completed;
  }

  private ArrayNode items(ArrayNode array, JsonNode schema) throws SchemaProblem {
    JsonNode of = schema.get("items");
    ArrayNode completed = NODES.arrayNode(array.size());
    for (JsonNode item : array) {
      completed.add(complete(filled(item, of), of));
    }
    return completed;
  }

  /** The default where a value is null and must not be. */
  private static JsonNode filled(JsonNode value, JsonNode schema) {
    return value.isNull() && isNeverNull(schema) && schema.has("default")
        ? schema.get("default")
        : value;
  }

  private static boolean isNeverNull(JsonNode schema) {
    return schema.has(StructuralSchema.KEYWORD) && !StructuralSchema.isSet(schema, "nullable");
  }
}
