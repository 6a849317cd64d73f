package dev.seaworthy.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes one JSON object to a stream, member by member, indented by two spaces. */
final class JsonWriter {

  private static final char REPLACEMENT = '\uFFFD';
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private final JsonGenerator generator;

  private JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes an object and a line feed; flushes the stream and leaves it open. */
  static void write(OutputStream out, Consumer<JsonWriter> members) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(pretty(), out, JsonEncoding.UTF8)) {
      generator.writeStartObject();
      members.accept(new JsonWriter(generator));
      generator.writeEndObject();
      generator.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  void member(String name, String value) {
    generator.writeStringProperty(name, wellFormed(value));
  }

  /** Leaves out what is absent. */
  void member(String name, Optional<String> value) {
    value.ifPresent(present -> member(name, present));
  }

  void member(String name, long value) {
    generator.writeNumberProperty(name, value);
  }

  void member(String name, boolean value) {
    generator.writeBooleanProperty(name, value);
  }

  void strings(String name, List<String> values) {
    generator.writeArrayPropertyStart(name);
    values.forEach(value -> generator.writeString(wellFormed(value)));
    generator.writeEndArray();
  }

  void object(String name, Runnable members) {
    generator.writeObjectPropertyStart(name);
    members.run();
    generator.writeEndObject();
  }

  /** Writes an array with an object for each item. */
  <T> void objects(String name, List<T> items, Consumer<? super T> members) {
    generator.writeArrayPropertyStart(name);
    for (T item : items) {
      generator.writeStartObject();
      members.accept(item);
      generator.writeEndObject();
    }
    generator.writeEndArray();
  }

  private static ObjectWriteContext pretty() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    PrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS)
            .withArrayIndenter(indenter)
            .withObjectIndenter(indenter);
    return new ObjectWriteContext.Base() {
      @Override
      public boolean hasPrettyPrinter() {
        return true;
      }

      @Override
      public PrettyPrinter getPrettyPrinter() {
        return printer;
      }
    };
  }

  /** A YAML escape can write half of a surrogate pair, which many JSON parsers refuse. */
  private static String wellFormed(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, REPLACEMENT);
      }
    }
    return mended == null ? text : mended.toString();
  }
}
