package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoString;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and message authentication codes, in hexadecimal. */
final class Hashes {

  private Hashes() {}

  static Family family() {
    Family family = new Family();
    for (String name : new String[] {"MD5", "SHA-1", "SHA-256"}) {
      family.define(
          "crypto." + name.toLowerCase(Locale.ROOT).replace("-", ""),
          call -> hex(digest(name, bytes(call, 1))),
          Family.STRING);
    }
    for (String name : new String[] {"MD5", "SHA1", "SHA256", "SHA512"}) {
      family.define(
          "crypto.hmac." + name.toLowerCase(Locale.ROOT),
          call -> mac(call, "Hmac" + name),
          Family.STRING,
          Family.STRING);
    }
    return family.define("crypto.hmac.equal", Hashes::equal, Family.STRING, Family.STRING);
  }

  static byte[] digest(String algorithm, byte[] message) throws BuiltinException {
    try {
      return MessageDigest.getInstance(algorithm).digest(message);
    } catch (GeneralSecurityException e) {
      throw BuiltinException.of(String.valueOf(e.getMessage()));
    }
  }

  private static RegoString mac(Call call, String algorithm) throws BuiltinException {
    return hex(mac(algorithm, bytes(call, 1), bytes(call, 2)));
  }

  static byte[] mac(String algorithm, byte[] message, byte[] key) throws BuiltinException {
    try {
      Mac mac = Mac.getInstance(algorithm);
      // an empty key is as good as a zero, and Java's class refuses the former
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw BuiltinException.of(String.valueOf(e.getMessage()));
    }
  }

  private static RegoBoolean equal(Call call) throws BuiltinException {
    return RegoBoolean.of(MessageDigest.isEqual(bytes(call, 1), bytes(call, 2)));
  }

  private static byte[] bytes(Call call, int position) throws BuiltinException {
    String text = call.string(position);
    call.spendLength(text.length());
    return RegoBytes.encode(text);
  }

  private static RegoString hex(byte[] bytes) {
    return new RegoString(HexFormat.of().formatHex(bytes));
  }
}
