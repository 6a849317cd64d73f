package dev.seaworthy.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes into text: UTF-8 with or without a byte order mark, or UTF-16 with one. Nothing is
 * replaced or guessed.
 */
public final class TextDecoder {

  private static final char REPLACEMENT = '\uFFFD';

  private TextDecoder() {}

  /**
   * Decodes a whole source.
   *
   * @param name the name of the source, for the {@link SourceText}
   */
  public static DecodedText decode(String name, byte[] content) {
    Optional<ByteOrderMark> mark = ByteOrderMark.of(content);
    int start = mark.map(ByteOrderMark::length).orElse(0);
    if (mark.isEmpty() || mark.get() == ByteOrderMark.UTF_8) {
      return decodeUtf8(name, content, start);
    }
    if (mark.get() == ByteOrderMark.UTF_16LE || mark.get() == ByteOrderMark.UTF_16BE) {
      return decodeStrictly(name, content, start, mark.get().charset());
    }
    return new DecodedText.Malformed(
        Span.FILE_START, "the text is UTF-32, which Kubernetes does not read");
  }

  /** Decodes as much as can be, for a look at content that may be cut off or damaged. */
  public static String decodeLeniently(byte[] content) {
    Optional<ByteOrderMark> mark = ByteOrderMark.of(content);
    int start = mark.map(ByteOrderMark::length).orElse(0);
    Charset charset = mark.map(ByteOrderMark::charset).orElse(StandardCharsets.UTF_8);
    return new String(content, start, content.length - start, charset);
  }

  private static DecodedText decodeUtf8(String name, byte[] content, int start) {
    String text = new String(content, start, content.length - start, StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) {
      return new DecodedText.Binary();
    }
    return text.indexOf(REPLACEMENT) >= 0
        ? decodeStrictly(name, content, start, StandardCharsets.UTF_8)
        : new DecodedText.Text(new SourceText(name, text));
  }

  private static DecodedText decodeStrictly(
      String name, byte[] content, int start, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content, start, content.length - start);
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CoderResult result = decoder.decode(in, out, true);
    SourceText text = new SourceText(name, out.flip().toString());
    if (!result.isError()) {
      return new DecodedText.Text(text);
    }
    Position position = text.position(text.text().length());
    String message =
        String.format(
            Locale.ROOT, "byte 0x%02x is not valid %s", content[in.position()], charset.name());
    return new DecodedText.Malformed(new Span(position, position), message);
  }
}
