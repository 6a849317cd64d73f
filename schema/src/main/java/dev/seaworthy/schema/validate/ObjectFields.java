package dev.seaworthy.schema.validate;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that every object has, and that the API server knows whatever the schema of a custom
 * resource says of them. Null is an absent field here.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">ObjectMeta</a>
 */
final class ObjectFields {

  private static final String METADATA =
      """
      {"type": ["object", "null"], "additionalProperties": false, "properties": {
        "annotations": {"type": ["object", "null"],
          "propertyNames": {"format": "k8s-annotation-key"},
          "additionalProperties": {"type": ["string", "null"]}},
        "creationTimestamp": {"type": ["string", "null"], "format": "date-time"},
        "deletionGracePeriodSeconds": {"type": ["integer", "null"], "format": "int64"},
        "deletionTimestamp": {"type": ["string", "null"], "format": "date-time"},
        "finalizers": {"type": ["array", "null"],
          "items": {"type": "string", "format": "k8s-label-key", "minLength": 1}},
        "generateName": {"type": ["string", "null"]},
        "generation": {"type": ["integer", "null"], "format": "int64"},
        "labels": {"type": ["object", "null"],
          "propertyNames": {"format": "k8s-label-key"},
          "additionalProperties": {"type": ["string", "null"], "format": "k8s-label-value"}},
        "managedFields": {"type": ["array", "null"],
          "items": {"type": ["object", "null"], "additionalProperties": false, "properties": {
            "apiVersion": {"type": ["string", "null"]},
            "fieldsType": {"type": ["string", "null"]},
            "fieldsV1": {},
            "manager": {"type": ["string", "null"]},
            "operation": {"type": ["string", "null"]},
            "subresource": {"type": ["string", "null"]},
            "time": {"type": ["string", "null"], "format": "date-time"}}}},
        "name": {"type": ["string", "null"]},
        "namespace": {"type": ["string", "null"]},
        "ownerReferences": {"type": ["array", "null"],
          "items": {"type": "object", "additionalProperties": false,
            "required": ["apiVersion", "kind", "name", "uid"], "properties": {
            "apiVersion": {"type": "string", "minLength": 1},
            "blockOwnerDeletion": {"type": ["boolean", "null"]},
            "controller": {"type": ["boolean", "null"]},
            "kind": {"type": "string", "minLength": 1},
            "name": {"type": "string", "minLength": 1},
            "uid": {"type": "string", "minLength": 1}}}},
        "resourceVersion": {"type": ["string", "null"]},
        "selfLink": {"type": ["string", "null"]},
        "uid": {"type": ["string", "null"]}}}
      """;

  private static final String FORMAT = "format";

  private ObjectFields() {}

  /** Puts them into the schema of a whole object, which has a name or gets one. */
  static void ofObject(ObjectNode schema) {
    ObjectNode metadata = put(schema);
    ObjectNode fields = (ObjectNode) metadata.get("properties");
    format(fields, "name", "k8s-long-name");
    format(fields, "generateName", "k8s-name-prefix");
    require(schema, "metadata");
    metadata.put("type", "object").put(StructuralSchema.KEYWORD, true);
    ArrayNode either = metadata.putArray("anyOf");
    require(either.addObject(), "name");
    require(either.addObject(), "generateName");
  }

  /** Puts them into the schema of an object within another, which says what it is. */
  static void ofEmbedded(ObjectNode schema) {
    ObjectNode fields = (ObjectNode) put(schema).get("properties");
    format(fields, "name", "path-segment");
    format(fields, "namespace", "k8s-short-name");
    ObjectNode own = (ObjectNode) schema.get("properties");
    text(own, "apiVersion", "^[^/]*(/[^/]*)?$");
    text(own, "kind", "^[a-zA-Z]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$");
    require(schema, "apiVersion");
    require(schema, "kind");
  }

  private static ObjectNode put(ObjectNode schema) {
    ObjectNode fields =
        schema.get("properties") instanceof ObjectNode known
            ? known
            : schema.putObject("properties");
    for (String name : List.of("apiVersion", "kind")) {
      if (!(fields.get(name) instanceof ObjectNode)) {
        fields.putObject(name).put("type", "string");
      }
    }
    ObjectNode metadata = metadata();
    if (fields.get("metadata") instanceof ObjectNode own) {
      metadata.putArray("allOf").add(own);
    }
    fields.set("metadata", metadata);
    return metadata;
  }

  private static ObjectNode metadata() {
    try {
      return (ObjectNode) SchemaReader.read(METADATA);
    } catch (SchemaProblem e) {
      throw new IllegalStateException(e);
    }
  }

  private static void format(ObjectNode fields, String name, String format) {
    ((ObjectNode) fields.get(name)).put(FORMAT, format);
  }

  private static void text(ObjectNode fields, String name, String pattern) {
    ObjectNode field = (ObjectNode) fields.get(name);
    if (!field.has("pattern")) {
      field.put("pattern", pattern);
    }
    if (field.path("minLength").asInt(0) == 0) {
      field.put("minLength", 1);
    }
  }

  static void require(ObjectNode schema, String field) {
    ArrayNode required =
        schema.get("required") instanceof ArrayNode known ? known : schema.putArray("required");
    for (JsonNode name : required) {
      if (name.asString("").equals(field)) {
        return;
      }
    }
    required.add(field);
  }
}
