package dev.seaworthy.rego.value;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON: numbers exact, the last of several members of the same name counts. */
public final class RegoJson {

  /** Arrays and objects within each other; deeper ones are refused. */
  public static final int MAX_DEPTH = 1000;

  private static final int MAX_NUMBER_LENGTH = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;

  private RegoJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads one value.
   *
   * @throws ParseException if the text is not exactly one JSON value, or nested too deep
   */
  public static RegoValue parse(String text) throws ParseException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        throw new ParseException("unexpected end of JSON input", text.length());
      }
      RegoValue value = new RegoJson(parser).value();
      if (parser.nextToken() != null) {
        int offset = (int) parser.currentTokenLocation().getCharOffset();
        throw new ParseException("there is more after the JSON value", offset);
      }
      return value;
    } catch (JacksonException e) {
      int offset = e.getLocation() == null ? 0 : (int) e.getLocation().getCharOffset();
      throw new ParseException(e.getOriginalMessage(), Math.max(offset, 0));
    } catch (NumberFormatException e) {
      throw new ParseException("a number is too large", 0);
    }
  }

  private RegoValue value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new RegoString(wellFormed(parser.getString()));
      case VALUE_TRUE -> RegoBoolean.TRUE;
      case VALUE_FALSE -> RegoBoolean.FALSE;
      case VALUE_NULL -> RegoNull.NULL;
      default -> RegoNumber.parse(parser.getString());
    };
  }

  private RegoObject object() {
    RegoObject.Builder object = RegoObject.builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.getString());
      parser.nextToken();
      object.put(name, value());
    }
    return object.build();
  }

  private RegoArray array() {
    List<RegoValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return RegoArray.of(items);
  }

  /** A surrogate without its other half, which only an escape can yield, is no character. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        int[] codePoints =
            text.codePoints()
                .map(p -> p >= Character.MIN_SURROGATE && p <= Character.MAX_SURROGATE ? 0xFFFD : p)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
      }
      i += Character.charCount(c) - 1;
    }
    return text;
  }
}
