package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Base64 and hexadecimal text. */
final class Base64Functions {

  private static final String STANDARD =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Functions() {}

  static Family family() {
    Base64.Encoder url = Base64.getUrlEncoder();
    return new Family()
        .define("base64.encode", call -> encode(call, Base64.getEncoder()), Family.STRING)
        .define("base64.decode", call -> decoded(decode(bytes(call), STANDARD)), Family.STRING)
        .define("base64.is_valid", Base64Functions::isValid, Family.STRING)
        .define("base64url.encode", call -> encode(call, url), Family.STRING)
        .define(
            "base64url.encode_no_pad", call -> encode(call, url.withoutPadding()), Family.STRING)
        .define("base64url.decode", call -> decoded(decodeUrl(call.string(1))), Family.STRING)
        .define("hex.encode", Base64Functions::encodeHex, Family.STRING)
        .define("hex.decode", call -> decoded(decodeHex(bytes(call))), Family.STRING);
  }

  private static byte[] bytes(Call call) throws BuiltinException {
    String text = call.string(1);
    call.spendLength(text.length());
    return RegoBytes.encode(text);
  }

  private static RegoString decoded(byte[] bytes) {
    return new RegoString(RegoBytes.decode(bytes));
  }

  private static RegoString encode(Call call, Base64.Encoder encoder) throws BuiltinException {
    return new RegoString(encoder.encodeToString(bytes(call)));
  }

  private static RegoBoolean isValid(Call call) throws BuiltinException {
    if (!(call.value(1) instanceof RegoString)) {
      return RegoBoolean.FALSE;
    }
    try {
      decode(bytes(call), STANDARD);
      return RegoBoolean.TRUE;
    } catch (BuiltinException e) {
      return RegoBoolean.FALSE;
    }
  }

  /** Decodes what may lack its padding. */
  static byte[] decodeUrl(String text) throws BuiltinException {
    byte[] bytes = RegoBytes.encode(text);
    if (text.endsWith("=") || bytes.length % 4 == 0) {
      return decode(bytes, URL);
    }
    if (bytes.length % 4 == 1) {
      throw BuiltinException.of("illegal base64url string: " + text);
    }
    byte[] padding = "=".repeat(4 - bytes.length % 4).getBytes(StandardCharsets.US_ASCII);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + padding.length);
    System.arraycopy(padding, 0, padded, bytes.length, padding.length);
    return decode(padded, URL);
  }

  /** Decodes as Go does: line breaks anywhere, padding required, stray bits ignored. */
  private static byte[] decode(byte[] source, String alphabet) throws BuiltinException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length / 4 * 3);
    int bits = 0;
    int digits = 0;
    int at = 0;
    while (at < source.length && source[at] != '=') {
      int value = alphabet.indexOf(source[at]);
      if (value >= 0) {
        bits = bits << 6 | value;
        digits++;
        if (digits % 4 == 0) {
          out.write(bits >> 16);
          out.write(bits >> 8);
          out.write(bits);
        }
      } else if (!isLineBreak(source[at])) {
        throw illegal(at);
      }
      at++;
    }
    padding(source, at, digits % 4);
    if (digits % 4 >= 2) {
      out.write(digits % 4 == 2 ? bits >> 4 : bits >> 10);
    }
    if (digits % 4 == 3) {
      out.write(bits >> 2);
    }
    return out.toByteArray();
  }

  /** Checks that the rest is the padding that so many digits of the last group need. */
  private static void padding(byte[] source, int start, int digits) throws BuiltinException {
    int at = start;
    if (at == source.length) {
      if (digits > 0) {
        throw illegal(at - digits);
      }
      return;
    }
    if (digits < 2) {
      throw illegal(at);
    }
    at++;
    if (digits == 2) {
      at = skipLineBreaks(source, at);
      if (at == source.length) {
        throw illegal(at);
      }
      if (source[at] != '=') {
        throw illegal(at - 1);
      }
      at++;
    }
    at = skipLineBreaks(source, at);
    if (at < source.length) {
      throw illegal(at);
    }
  }

  private static int skipLineBreaks(byte[] source, int start) {
    int at = start;
    while (at < source.length && isLineBreak(source[at])) {
      at++;
    }
    return at;
  }

  private static boolean isLineBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  private static BuiltinException illegal(int at) {
    return BuiltinException.of("illegal base64 data at input byte " + at);
  }

  private static RegoString encodeHex(Call call) throws BuiltinException {
    return new RegoString(HexFormat.of().formatHex(bytes(call)));
  }

  private static byte[] decodeHex(byte[] source) throws BuiltinException {
    byte[] bytes = new byte[source.length / 2];
    for (int i = 0; i < source.length; i++) {
      int digit = Character.digit(source[i], 16);
      if (digit < 0) {
        GoVerb verb = new GoVerb();
        verb.sharp = true;
        String shown = verb.print((long) (source[i] & 0xFF), 'U');
        throw BuiltinException.of("encoding/hex: invalid byte: " + shown);
      }
      if (i / 2 < bytes.length) {
        bytes[i / 2] = (byte) (bytes[i / 2] << 4 | digit);
      }
    }
    if (source.length % 2 == 1) {
      throw BuiltinException.of("encoding/hex: odd length hex string");
    }
    return bytes;
  }
}
