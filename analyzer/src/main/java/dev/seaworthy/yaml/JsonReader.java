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
  private final int maxDepth;
  private final String text;
  private final int base;

  private static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private JsonReader(JsonParser parser, String text, int base, int maxDepth) {
    this.parser = parser;
    this.maxDepth = maxDepth;
    this.text = text;
    this.base = base;
  }

  /** Whether a text starts like a JSON object or array. */
  static boolean isLikelyJson(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /**
   * The values one after the other, or empty if the text is no JSON within the limits: then the
   * YAML parser says what is wrong.
   */
  static Optional<List<YamlNode>> read(String text, int start, int end, YamlLimits limits) {
    String chunk = text.substring(start, end);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), chunk)) {
      JsonReader reader = new JsonReader(parser, text, start, limits.maxDepth());
      List<YamlNode> roots = new ArrayList<>();
      while (parser.nextToken() != null) {
        roots.add(reader.value(1));
      }
      return Optional.of(roots);
    } catch (JacksonException | TooDeepException e) {
      return Optional.empty();
    }
  }

  private YamlNode value(int depth) {
    if (depth > maxDepth) {
      throw new TooDeepException();
    }
    JsonToken token = parser.currentToken();
    int start = offset();
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
