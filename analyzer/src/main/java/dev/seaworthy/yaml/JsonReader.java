package dev.seaworthy.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into the same nodes. YAML is nearly a superset of JSON, but not where tabs indent or
 * several values follow each other, and kubectl reads both.
 */
final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final JsonParser parser;
  private final YamlLimits limits;
  private final NodeCounter counter;
  private final String text;
  private final int base;

  private JsonReader(
      JsonParser parser, String text, int base, YamlLimits limits, NodeCounter counter) {
    this.parser = parser;
    this.limits = limits;
    this.counter = counter;
    this.text = text;
    this.base = base;
  }

  /**
   * The values one after the other, or empty if the text is no JSON: then the YAML parser says what
   * is wrong.
   *
   * @throws YamlReadException if the values are beyond a limit
   */
  static Optional<List<YamlNode>> read(
      String text, int start, int end, YamlLimits limits, NodeCounter counter) {
    String chunk = text.substring(start, end);
    int countBefore = counter.count();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), chunk)) {
      JsonReader reader = new JsonReader(parser, text, start, limits, counter);
      List<YamlNode> roots = new ArrayList<>();
      while (parser.nextToken() != null) {
        roots.add(reader.value(1));
      }
      return Optional.of(roots);
    } catch (JacksonException e) {
      counter.reset(countBefore);
      return Optional.empty();
    }
  }

  private YamlNode value(int depth) {
    JsonToken token = parser.currentToken();
    int start = offset();
    if (depth > limits.maxDepth() && token.isStructStart()) {
      throw YamlReadException.tooDeep(start, limits);
    }
    if (!counter.next()) {
      throw YamlReadException.tooManyNodes(start, limits);
    }
    return switch (token) {
      case START_OBJECT -> object(start, depth);
      case START_ARRAY -> array(start, depth);
      case VALUE_STRING -> string(start);
      default -> literal(start, token);
    };
  }

  private YamlMapping object(int start, int depth) {
    MappingBuilder builder = new MappingBuilder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      counter.next();
      YamlScalar key = string(offset());
      parser.nextToken();
      builder.put(key, key.text(), value(depth + 1));
    }
    return builder.build(start, offset() + 1);
  }

  private YamlSequence array(int start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1));
    }
    return new YamlSequence(start, offset() + 1, items);
  }

  private YamlScalar string(int start) {
    // the parser reads to the closing quote only now, or finds that there is none
    String content = parser.getString();
    int end = closingQuote(start) + 1;
    return new YamlScalar(start, end, YamlScalar.Style.DOUBLE_QUOTED, content, ScalarType.STRING);
  }

  private YamlScalar literal(int start, JsonToken token) {
    String literal = parser.getString();
    ScalarType type =
        switch (token) {
          case VALUE_NULL -> ScalarType.NULL;
          case VALUE_TRUE, VALUE_FALSE -> ScalarType.BOOLEAN;
          default -> KubernetesScalars.typeOf(literal);
        };
    return new YamlScalar(start, start + literal.length(), YamlScalar.Style.PLAIN, literal, type);
  }

  private int offset() {
    return base + (int) parser.currentTokenLocation().getCharOffset();
  }

  private int closingQuote(int start) {
    int at = start + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
