package dev.seaworthy.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream, which can be read but once: what came out of it is kept. */
final class StreamSource implements Source {

  private final String name;
  private final InputStream stream;
  private byte[] content = new byte[0];

  StreamSource(String name, InputStream stream) {
    this.name = name;
    this.stream = stream;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized byte[] read(int limit) throws IOException {
    int known = content.length;
    if (known <= limit) {
      byte[] more = readUpTo(stream, limit - known);
      content = Arrays.copyOf(content, known + more.length);
      System.arraycopy(more, 0, content, known, more.length);
    }
    return content.length > limit + 1L ? Arrays.copyOf(content, limit + 1) : content;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Reads {@code limit + 1} bytes, or what there is. */
  static byte[] readUpTo(InputStream stream, int limit) throws IOException {
    return stream.readNBytes((int) Math.min(limit + 1L, Integer.MAX_VALUE));
  }
}
