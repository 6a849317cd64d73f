package dev.seaworthy.source;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** The encodings that a text can announce by its first bytes. */
enum ByteOrderMark {
  // before UTF-16, whose little-endian mark is a prefix
  UTF_32LE("UTF-32LE", 0xff, 0xfe, 0, 0),
  UTF_32BE("UTF-32BE", 0, 0, 0xfe, 0xff),
  UTF_8("UTF-8", 0xef, 0xbb, 0xbf),
  UTF_16LE("UTF-16LE", 0xff, 0xfe),
  UTF_16BE("UTF-16BE", 0xfe, 0xff);

  private final Charset charset;
  private final byte[] mark;

  ByteOrderMark(String charset, int... mark) {
    this.charset = Charset.forName(charset);
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      this.mark[i] = (byte) mark[i];
    }
  }

  static Optional<ByteOrderMark> of(byte[] content) {
    return Arrays.stream(values()).filter(mark -> mark.starts(content)).findFirst();
  }

  Charset charset() {
    return charset;
  }

  /** The number of bytes of the mark itself. */
  int length() {
    return mark.length;
  }

  private boolean starts(byte[] content) {
    return content.length >= mark.length
        && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
  }
}
