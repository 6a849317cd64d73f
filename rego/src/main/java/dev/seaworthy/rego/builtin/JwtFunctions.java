package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signatures of tokens. */
final class JwtFunctions {

  private JwtFunctions() {}

  static Family family() {
    Family family = new Family();
    for (String bits : new String[] {"256", "384", "512"}) {
      for (String kind : new String[] {"RS", "PS", "ES"}) {
        defineVerify(family, kind + bits);
      }
      JwtAlgorithm algorithm = new JwtAlgorithm("HS" + bits);
      family.define(
          "io.jwt.verify_hs" + bits,
          call -> verifySecret(call, algorithm),
          Family.STRING,
          Family.STRING);
    }
    defineVerify(family, "EdDSA");
    return family
        .define(
            "io.jwt.encode_sign",
            JwtFunctions::encodeSign,
            Family.OBJECT,
            Family.OBJECT,
            Family.OBJECT)
        .define(
            "io.jwt.encode_sign_raw",
            JwtFunctions::encodeSignRaw,
            Family.STRING,
            Family.STRING,
            Family.STRING);
  }

  private static void defineVerify(Family family, String name) {
    JwtAlgorithm algorithm = new JwtAlgorithm(name);
    family.define(
        "io.jwt.verify_" + name.toLowerCase(Locale.ROOT),
        call -> verify(call, algorithm),
        Family.STRING,
        Family.STRING);
  }

  private static RegoBoolean verifySecret(Call call, JwtAlgorithm algorithm)
      throws BuiltinException {
    String text = call.string(1);
    byte[] secret = RegoBytes.encode(call.string(2));
    JwtToken token = JwtToken.parse(text);
    byte[] expected = Hashes.mac("HmacSHA" + algorithm.name().substring(2), token.signed(), secret);
    byte[] signature = Base64Functions.decodeUrl(token.signature());
    return RegoBoolean.of(MessageDigest.isEqual(expected, signature));
  }

  private static RegoBoolean verify(Call call, JwtAlgorithm algorithm) throws BuiltinException {
    JwtToken token = JwtToken.parse(call.string(1));
    List<JwtKey> keys = JwtKey.publicKeys(call, call.string(2));
    byte[] signature = Base64Functions.decodeUrl(token.signature());
    JwtHeader header = JwtHeader.of(token.decodedHeader(call));
    call.spend(1000L * keys.size());
    return RegoBoolean.of(isSigned(keys, header, algorithm, token, signature));
  }

  /** The key of the header's name decides, or else any key that is not for another algorithm. */
  static boolean isSigned(
      List<JwtKey> keys,
      JwtHeader header,
      JwtAlgorithm algorithm,
      JwtToken token,
      byte[] signature) {
    Optional<JwtKey> named =
        keys.stream()
            .filter(key -> !header.keyId().isEmpty() && key.id().equals(header.keyId()))
            .findFirst();
    if (named.isPresent()) {
      return algorithm.verifies(named.get().key(), token.signed(), signature);
    }
    return keys.stream()
        .filter(key -> key.algorithm().isEmpty() || key.algorithm().equals(header.algorithm()))
        .anyMatch(key -> algorithm.verifies(key.key(), token.signed(), signature));
  }

  private static RegoString encodeSign(Call call) throws BuiltinException {
    return signed(
        call,
        JsonFunctions.marshal(call, call.value(1)),
        JsonFunctions.marshal(call, call.value(2)),
        JsonFunctions.marshal(call, call.value(3)));
  }

  private static RegoString encodeSignRaw(Call call) throws BuiltinException {
    String key = call.string(3);
    return signed(call, call.string(1), call.string(2), key);
  }

  private static RegoString signed(Call call, String header, String payload, String jwk)
      throws BuiltinException {
    List<JwtKey> keys = JwtKey.fromJwk(call, jwk, true);
    if (keys.isEmpty()) {
      throw BuiltinException.of("no keys found in JWK set");
    }
    RegoObject headers = headers(call, header);
    if (!(headers.get("alg") instanceof RegoString algorithm)) {
      throw BuiltinException.of("missing or invalid 'alg' header: jwsbb: header \"alg\" not found");
    }
    if (!JwtAlgorithm.isKnown(algorithm.value())) {
      throw BuiltinException.of("unknown JWS algorithm: " + algorithm.value());
    }
    RegoValue type = headers.get("typ");
    boolean json = type == null || type.equals(new RegoString("JWT"));
    if (json) {
      try {
        JsonFunctions.unmarshal(call, payload);
      } catch (BuiltinException e) {
        throw BuiltinException.of("type is JWT but payload is not JSON");
      }
    }
    String signed = encoded(RegoBytes.encode(header)) + "." + encoded(RegoBytes.encode(payload));
    byte[] signature =
        new JwtAlgorithm(algorithm.value())
            .sign(call, keys.get(0).key(), signed.getBytes(StandardCharsets.US_ASCII));
    return new RegoString(signed + "." + encoded(signature));
  }

  private static RegoObject headers(Call call, String header) throws BuiltinException {
    if (header.isEmpty()) {
      throw BuiltinException.of(
          "missing or invalid 'alg' header: cannot parse JSON: cannot parse empty string");
    }
    try {
      return JwtToken.object(call, header);
    } catch (BuiltinException e) {
      return RegoObject.EMPTY;
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
