package dev.seaworthy.schema.validate;

import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlAlias;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of YAML the JSON that the API server decodes: merges and aliases resolved, a whole number
 * whatever its notation. What several aliases lead to is made once.
 */
final class JsonTree {

  /** Whole numbers from here on are written with an exponent, which no integer field takes. */
  private static final double INEXACT = 1L << 53;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<YamlNode, JsonNode> anchored = new IdentityHashMap<>(0);

  private JsonTree() {}

  static JsonNode of(YamlNode node) {
    return new JsonTree().convert(node);
  }

  private JsonNode convert(YamlNode node) {
    if (node instanceof YamlAlias alias) {
      JsonNode known = anchored.get(alias.target());
      if (known == null) {
        known = convert(alias.target());
        anchored.put(alias.target(), known);
      }
      return known;
    }
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = NODES.objectNode();
      for (YamlEntry entry : mapping.entries()) {
        object.set(entry.name(), convert(entry.value()));
      }
      return object;
    }
    if (node instanceof YamlSequence sequence) {
      ArrayNode array = NODES.arrayNode(sequence.items().size());
      sequence.items().forEach(item -> array.add(convert(item)));
      return array;
    }
    return scalar((YamlScalar) node);
  }

  private static JsonNode scalar(YamlScalar scalar) {
    return switch (scalar.type()) {
      case NULL -> NODES.nullNode();
      case STRING -> NODES.stringNode(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.booleanValue().orElseThrow());
      default -> number(scalar);
    };
  }

  private static JsonNode number(YamlScalar scalar) {
    Number value = scalar.numberValue().orElseThrow();
    if (scalar.type() == ScalarType.INTEGER) {
      BigInteger whole = (BigInteger) value;
      return whole.bitLength() < Long.SIZE
          ? NODES.numberNode(whole.longValue())
          : NODES.numberNode(whole);
    }
    double decimal = value.doubleValue();
    boolean whole = decimal == Math.rint(decimal) && Math.abs(decimal) < INEXACT;
    return whole ? NODES.numberNode((long) decimal) : NODES.numberNode(decimal);
  }
}
