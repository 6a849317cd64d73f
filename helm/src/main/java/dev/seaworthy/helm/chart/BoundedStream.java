package dev.seaworthy.helm.chart;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than was granted. */
final class BoundedStream extends FilterInputStream {

  private long left;
  private long granted;

  /**
   * @param total how many bytes may be read in all
   */
  BoundedStream(InputStream stream, long total) {
    super(stream);
    left = total;
  }

  /** Sets how many bytes may be read from here on. */
  void grant(long bytes) {
    granted = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    long allowed = Math.min(granted, left);
    if (allowed <= 0) {
      throw new ExceededException();
    }
    int count = in.read(buffer, offset, (int) Math.min(length, allowed));
    granted -= Math.max(count, 0);
    left -= Math.max(count, 0);
    return count;
  }

  /** Reads instead of seeking, so that what is skipped is counted too. */
  @Override
  public long skip(long count) throws IOException {
    byte[] buffer = new byte[(int) Math.min(Math.max(count, 0), 8192)];
    long skipped = 0;
    while (skipped < count) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** More was asked for than was granted. */
  static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
