package dev.seaworthy.rego.value;

import java.util.Arrays;

/**
 * Strings as bytes. A string of Rego is a sequence of bytes, in UTF-8 if it is text: decoders yield
 * others too. A byte that is no UTF-8 is kept as the lone surrogate U+DC00 plus its value, so that
 * nothing is lost on the way back.
 */
public final class RegoBytes {

  private static final char ESCAPE = '\uDC00';

  private RegoBytes() {}

  /** The bytes of a string. */
  public static byte[] encode(String text) {
    byte[] bytes = new byte[Math.multiplyExact(text.length(), 3)];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      } else if (c >= ESCAPE + 0x80 && c <= ESCAPE + 0xFF) {
        bytes[length++] = (byte) (c - ESCAPE);
      } else if (c < 0x10000) {
        int valid = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
        bytes[length++] = (byte) (0xE0 | valid >> 12);
        bytes[length++] = (byte) (0x80 | valid >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | valid & 0x3F);
      } else {
        bytes[length++] = (byte) (0xF0 | c >> 18);
        bytes[length++] = (byte) (0x80 | c >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
        i++;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** The string of these bytes. */
  public static String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at] & 0xFF;
      int length = lead < 0x80 ? 1 : sequenceLength(bytes, at, lead);
      if (length == 0) {
        text.append((char) (ESCAPE + lead));
        at++;
      } else if (length == 1) {
        text.append((char) lead);
        at++;
      } else {
        int c = lead & 0xFF >> length + 1;
        for (int i = 1; i < length; i++) {
          c = c << 6 | bytes[at + i] & 0x3F;
        }
        text.appendCodePoint(c);
        at += length;
      }
    }
    return text.toString();
  }

  /** The number of bytes of a valid sequence that starts here; 0 if there is none. */
  private static int sequenceLength(byte[] bytes, int at, int lead) {
    int length = lead >= 0xF5 || lead < 0xC2 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
