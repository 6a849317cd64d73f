package dev.seaworthy.helm.render;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the native engine says, within a process or between two. */
record Reply(Kind kind, byte[] content) {

  /** What the content is. */
  enum Kind {
    /** The engine is loaded; the content is its version. */
    READY,
    /** Rendered text, or what Helm says of dependencies. */
    OUTPUT,
    /** Helm's message. */
    REFUSAL,
    /** The output is beyond the limit; no content. */
    TOO_LARGE,
    /** The engine could not be loaded, or failed otherwise; the content says why. */
    FAULT
  }

  private static final Kind[] KINDS = Kind.values();

  static Reply of(Kind kind, String text) {
    return new Reply(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeInt(content.length);
    out.write(content);
    out.flush();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the stream ends, or does not hold a reply of at most {@code limit} bytes
   */
  static Reply read(DataInputStream in, long limit) throws IOException {
    int kind = in.readUnsignedByte();
    int length = in.readInt();
    if (kind >= KINDS.length || length < 0 || length > limit) {
      throw new IOException("the engine's process does not keep to the protocol");
    }
    byte[] content = new byte[length];
    in.readFully(content);
    return new Reply(KINDS[kind], content);
  }
}
