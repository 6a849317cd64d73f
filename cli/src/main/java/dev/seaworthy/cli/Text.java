package dev.seaworthy.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes text as every result is written: in UTF-8, whatever the machine's settings. */
final class Text {

  private Text() {}

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
