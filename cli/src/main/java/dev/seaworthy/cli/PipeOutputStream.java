package dev.seaworthy.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Swallows the rest once the reader of a pipe has gone, as in {@code seaworthy check | head}: that
 * is no error, and the exit status still tells what was found. Any other failure is thrown.
 */
final class PipeOutputStream extends FilterOutputStream {

  private boolean readerGone;

  PipeOutputStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (readerGone) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      if (!isBrokenPipe(e)) {
        throw e;
      }
      readerGone = true;
    }
  }

  private static boolean isBrokenPipe(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("pipe is being closed");
  }
}
