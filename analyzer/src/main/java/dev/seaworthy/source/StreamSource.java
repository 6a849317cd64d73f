package dev.seaworthy.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A stream, which can be read once. */
final class StreamSource implements Source {

  private final String name;
  private final InputStream stream;
  private final AtomicBoolean read = new AtomicBoolean();

  StreamSource(String name, InputStream stream) {
    this.name = name;
    this.stream = stream;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] read(int limit) throws IOException {
    if (read.getAndSet(true)) {
      throw new IllegalStateException("'" + name + "' was read before");
    }
    return readUpTo(stream, limit);
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
