package dev.seaworthy.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/** A file, opened when it is read. */
final class FileSource implements Source {

  private final String name;
  private final Opener opener;

  FileSource(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] read(int limit) throws IOException {
    try (SeekableByteChannel channel = opener.open();
        InputStream stream = Channels.newInputStream(channel)) {
      return StreamSource.readUpTo(stream, limit);
    } catch (IOException e) {
      throw new IOException(NotReadable.reason(e), e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  @FunctionalInterface
  interface Opener {
    SeekableByteChannel open() throws IOException;
  }
}
