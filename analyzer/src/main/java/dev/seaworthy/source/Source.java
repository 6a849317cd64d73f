package dev.seaworthy.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes with a name. Implementations must be safe to read from several threads, and more than once.
 */
public interface Source {

  /** The name of standard input in results. */
  String STANDARD_INPUT = "<stdin>";

  /**
   * How results refer to the source: a relative path with {@code /} as separator, or another label.
   */
  String name();

  /**
   * Reads the content, no more than {@code limit + 1} bytes of it: one byte beyond the limit tells
   * the reader that there is more.
   *
   * @throws IOException if the content cannot be had; the message becomes part of a {@link Problem}
   */
  byte[] read(int limit) throws IOException;

  /** A source in memory. */
  static Source of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A source in memory. The array is not copied and must not change. */
  static Source of(String name, byte[] content) {
    return new Source() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public byte[] read(int limit) {
        return content.length > limit ? Arrays.copyOf(content, limit + 1) : content;
      }
    };
  }

  /**
   * A stream, such as standard input under the name {@link #STANDARD_INPUT}. It is not touched
   * before the source is read, and not closed. The source remembers what it has read.
   */
  static Source of(String name, InputStream stream) {
    return new StreamSource(name, stream);
  }
}
