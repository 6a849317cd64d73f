package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds why the API server refuses a schema of a custom resource. Defaults, types of lists and
 * conditions are not looked at.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">structural
 *     schemas</a>
 */
final class StructuralFaults {

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");

  private static final List<String> FORBIDDEN =
      List.of(
          "$ref",
          "$schema",
          "additionalItems",
          "definitions",
          "dependencies",
          "id",
          "patternProperties");

  /** What a choice between values must not say, for it would decide on fields. */
  private static final List<String> NOT_IN_CHOICES =
      List.of("additionalProperties", "default", "description", "nullable", "title", "type");

  /** The one choice by type: the forms of an integer or string. */
  private static final JsonNode FORMS =
      JsonNodeFactory.instance
          .arrayNode()
          .add(JsonNodeFactory.instance.objectNode().put("type", "integer"))
          .add(JsonNodeFactory.instance.objectNode().put("type", "string"));

  private static final List<String> CHOICES = List.of("allOf", "anyOf", "oneOf");

  private static final String INT_OR_STRING = "x-kubernetes-int-or-string";

  private final Set<JsonNode> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  private StructuralFaults() {}

  /**
   * @param root a schema as it is written
   * @throws SchemaProblem if the server refuses it; the message says why and where
   */
  static void check(ObjectNode root) throws SchemaProblem {
    if (root.has("type") && !root.path("type").asString("").equals("object")) {
      throw refused("", "its 'type' must be 'object'");
    }
    if (root.has("additionalProperties")) {
      throw refused("", "'additionalProperties' is not allowed for a whole object");
    }
    new StructuralFaults().check(root, "");
  }

  private void check(JsonNode node, String path) throws SchemaProblem {
    if (!(node instanceof ObjectNode schema)) {
      throw refused(path, "it is no mapping");
    }
    if (!visited.add(schema)) {
      return;
    }
    checkType(schema, path);
    checkKeywords(schema, path);
    checkEach(schema.path("properties"), path + ".properties", false);
    if (schema.path("items").isObject()) {
      check(schema.get("items"), path + ".items");
    }
    if (schema.path("additionalProperties").isObject()) {
      check(schema.get("additionalProperties"), path + ".additionalProperties");
    }
    checkChoices(schema, path);
  }

  private static void checkType(ObjectNode schema, String path) throws SchemaProblem {
    String type = schema.path("type").asString("");
    boolean isOpen = StructuralSchema.isSet(schema, "x-kubernetes-preserve-unknown-fields");
    if (type.isEmpty() && !isOpen && !StructuralSchema.isSet(schema, INT_OR_STRING)) {
      throw refused(path, "it has no 'type'");
    }
    if (!type.isEmpty() && !TYPES.contains(type)) {
      throw refused(path, "its 'type' is '" + Messages.cut(type) + "'");
    }
    if (type.equals("array") && !schema.path("items").isObject()) {
      throw refused(path, "a list needs one schema in 'items'");
    }
    if (StructuralSchema.isSet(schema, "uniqueItems")) {
      throw refused(path, "'uniqueItems' must not be true");
    }
    JsonNode additional = schema.path("additionalProperties");
    if (!additional.isMissingNode() && !schema.path("properties").isEmpty()) {
      throw refused(path, "it has both 'properties' and 'additionalProperties'");
    }
  }

  private static void checkKeywords(ObjectNode schema, String path) throws SchemaProblem {
    for (String keyword : FORBIDDEN) {
      if (schema.hasNonNull(keyword)) {
        throw refused(path, "'" + keyword + "' is not allowed");
      }
    }
    String pattern = schema.path("pattern").asString("");
    try {
      if (Repeats.areTooMany(pattern)) {
        throw refused(path, "its 'pattern' repeats too often");
      }
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw refused(path, "its 'pattern' is no regular expression of RE2: " + e.getDescription());
    }
  }

  private void checkChoices(ObjectNode schema, String path) throws SchemaProblem {
    for (String choice : CHOICES) {
      JsonNode forms = schema.path(choice);
      if (!choice.equals("anyOf") || !forms.equals(FORMS)) {
        for (int i = 0; i < forms.size(); i++) {
          checkChoice(forms.path(i), path + "." + choice + "[" + i + "]");
        }
      }
    }
    if (schema.path("not").isObject()) {
      checkChoice(schema.get("not"), path + ".not");
    }
  }

  private void checkChoice(JsonNode node, String path) throws SchemaProblem {
    if (!(node instanceof ObjectNode schema)) {
      throw refused(path, "it is no mapping");
    }
    if (!visited.add(schema)) {
      return;
    }
    for (String keyword : NOT_IN_CHOICES) {
      JsonNode value = schema.path(keyword);
      if (schema.hasNonNull(keyword) && (!value.isBoolean() || value.booleanValue())) {
        throw refused(path, "'" + keyword + "' is not allowed there");
      }
    }
    checkKeywords(schema, path);
    checkEach(schema.path("properties"), path + ".properties", true);
    if (schema.path("items").isObject()) {
      checkChoice(schema.get("items"), path + ".items");
    }
    checkChoices(schema, path);
  }

  private void checkEach(JsonNode schemas, String path, boolean areChoices) throws SchemaProblem {
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      String at = path + "." + schema.getKey();
      if (areChoices) {
        checkChoice(schema.getValue(), at);
      } else {
        check(schema.getValue(), at);
      }
    }
  }

  private static SchemaProblem refused(String path, String reason) {
    String place = path.isEmpty() ? "" : " at '" + path.substring(1) + "'";
    return new SchemaProblem("the API server refuses the schema" + place + ": " + reason);
  }
}
