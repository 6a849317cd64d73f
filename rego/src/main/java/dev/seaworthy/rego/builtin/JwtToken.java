package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A JSON Web Token (RFC 7519) in its compact form.
 *
 * @param header the first section, encoded
 * @param payload the second section, encoded
 * @param signature the third section, encoded
 */
record JwtToken(String header, String payload, String signature) {

  private static final int MAX_NESTING = 32;

  static Family family() {
    return new Family()
        .define("io.jwt.decode", call -> decode(call, call.string(1), 0), Family.STRING);
  }

  static JwtToken parse(String text) throws BuiltinException {
    if (!text.contains(".")) {
      throw BuiltinException.of("encoded JWT had no period separators");
    }
    String[] sections = text.split("\\.", -1);
    if (sections.length != 3) {
      throw BuiltinException.of("encoded JWT must have 3 sections, found " + sections.length);
    }
    return new JwtToken(sections[0], sections[1], sections[2]);
  }

  /** Header, payload and signature; of a token within a token, those of the inner one. */
  private static RegoArray decode(Call call, String text, int nesting) throws BuiltinException {
    call.spendLength(text.length());
    JwtToken token = parse(text);
    RegoObject header = token.decodedHeader(call);
    String payload = token.decodedPayload();
    if (header.get("cty") instanceof RegoString type && type.value().equals("JWT")) {
      if (nesting == MAX_NESTING) {
        throw BuiltinException.of("too many tokens within each other");
      }
      return decode(call, payload.replaceAll("^[\"']+|[\"']+$", ""), nesting + 1);
    }
    RegoObject claims = object(call, payload);
    String signature = HexFormat.of().formatHex(token.decodedSignature());
    return RegoArray.of(header, claims, new RegoString(signature));
  }

  RegoObject decodedHeader(Call call) throws BuiltinException {
    RegoObject object;
    String text = section(header, "JWT header had invalid encoding: ");
    try {
      object = object(call, text);
    } catch (BuiltinException e) {
      throw BuiltinException.of("bad JWT header: " + e.getMessage());
    }
    if (object.get("enc") != null) {
      throw BuiltinException.of("JWT is a JWE object, which is not supported");
    }
    return object;
  }

  String decodedPayload() throws BuiltinException {
    return section(payload, "JWT payload had invalid encoding: ");
  }

  byte[] decodedSignature() throws BuiltinException {
    try {
      return Base64Functions.decodeUrl(signature);
    } catch (BuiltinException e) {
      throw BuiltinException.of("JWT signature had invalid encoding: " + e.getMessage());
    }
  }

  /** What the signature signs. */
  byte[] signed() {
    return (header + "." + payload).getBytes(StandardCharsets.UTF_8);
  }

  private static String section(String encoded, String problem) throws BuiltinException {
    try {
      return RegoBytes.decode(Base64Functions.decodeUrl(encoded));
    } catch (BuiltinException e) {
      throw BuiltinException.of(problem + e.getMessage());
    }
  }

  static RegoObject object(Call call, String json) throws BuiltinException {
    RegoValue value;
    try {
      value = JsonFunctions.unmarshal(call, json);
    } catch (BuiltinException e) {
      throw BuiltinException.of("invalid JSON: " + e.getMessage());
    }
    if (value instanceof RegoObject object) {
      return object;
    }
    throw BuiltinException.of("decoded JSON type was not an Object");
  }
}
