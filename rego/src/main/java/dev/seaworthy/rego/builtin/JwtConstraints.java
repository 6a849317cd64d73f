package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** JwtToken that are right in all respects: {@code io.jwt.decode_verify}. */
final class JwtConstraints {

  private static final Set<String> NAMES = Set.of("cert", "secret", "alg", "iss", "aud", "time");
  private static final int MAX_NESTING = 32;
  private static final double SECOND = 1e9;
  private static final RegoArray NOT_VERIFIED =
      RegoArray.of(RegoBoolean.FALSE, RegoObject.EMPTY, RegoObject.EMPTY);

  private final Call call;
  private final RegoObject constraints;

  private JwtConstraints(Call call, RegoObject constraints) {
    this.call = call;
    this.constraints = constraints;
  }

  static Family family() {
    return new Family()
        .define("io.jwt.decode_verify", JwtConstraints::decodeVerify, Family.STRING, Family.OBJECT);
  }

  private static RegoArray decodeVerify(Call call) throws BuiltinException {
    JwtConstraints constraints = new JwtConstraints(call, call.object(2));
    constraints.check();
    List<JwtKey> keys = constraints.keys();
    JwtToken token = JwtToken.parse(call.string(1));
    for (int nesting = 0; nesting < MAX_NESTING; nesting++) {
      RegoObject decodedHeader = token.decodedHeader(call);
      JwtHeader header = JwtHeader.of(decodedHeader);
      byte[] signature = Base64Functions.decodeUrl(token.signature());
      boolean verified =
          header.isValid()
              && constraints.allows("alg", header.algorithm())
              && constraints.isSigned(keys, header, token, signature);
      if (!verified) {
        return NOT_VERIFIED;
      }
      String payload = token.decodedPayload();
      if (!header.contentType().equalsIgnoreCase("JWT")) {
        RegoObject claims = JwtToken.object(call, payload);
        return constraints.holdFor(claims)
            ? RegoArray.of(RegoBoolean.TRUE, decodedHeader, claims)
            : NOT_VERIFIED;
      }
      token = JwtToken.parse(payload);
    }
    throw BuiltinException.of("too many tokens within each other");
  }

  private void check() throws BuiltinException {
    for (RegoValue key : constraints.keys()) {
      String name = call.text(key);
      if (!NAMES.contains(name)) {
        throw BuiltinException.of("unknown token validation constraint: " + name);
      }
      boolean time = name.equals("time");
      if (!time && !(constraints.get(key) instanceof RegoString)) {
        throw BuiltinException.of(name + " constraint: must be a string");
      }
      if (time && !(constraints.get(key) instanceof RegoNumber)) {
        throw BuiltinException.of("token time constraint: must be a number");
      }
    }
    if (constraints.get("time") instanceof RegoNumber time && time.signum() < 0) {
      throw BuiltinException.of("token time constraint: must not be negative");
    }
  }

  private List<JwtKey> keys() throws BuiltinException {
    String secret = text("secret");
    boolean hasKeys = constraints.get("cert") != null;
    List<JwtKey> keys = hasKeys ? JwtKey.publicKeys(call, text("cert")) : List.of();
    if (hasKeys && !secret.isEmpty()) {
      throw BuiltinException.of("duplicate key constraints");
    }
    if (!hasKeys && secret.isEmpty()) {
      throw BuiltinException.of("no key constraint");
    }
    call.spend(1000L * keys.size());
    return hasKeys
        ? keys
        : List.of(new JwtKey(new SecretKeySpec(RegoBytes.encode(secret), "oct"), "", ""));
  }

  private String text(String name) {
    return constraints.get(name) instanceof RegoString string ? string.value() : "";
  }

  private boolean allows(String name, String value) {
    return text(name).isEmpty() || text(name).equals(value);
  }

  private boolean isSigned(List<JwtKey> keys, JwtHeader header, JwtToken token, byte[] signature) {
    JwtAlgorithm algorithm = new JwtAlgorithm(header.algorithm());
    return JwtFunctions.isSigned(keys, header, algorithm, token, signature);
  }

  private boolean holdFor(RegoObject claims) throws BuiltinException {
    RegoValue issuer = claims.get("iss");
    boolean issued = text("iss").isEmpty() || new RegoString(text("iss")).equals(issuer);
    return issued
        && isForAudience(claims.get("aud"))
        && (claims.get("exp") == null || time().compareTo(date(claims, "exp")) < 0)
        && (claims.get("nbf") == null || time().compareTo(date(claims, "nbf")) >= 0);
  }

  private boolean isForAudience(@Nullable RegoValue audience) {
    RegoString expected = new RegoString(text("aud"));
    if (audience == null) {
      return expected.value().isEmpty();
    }
    return audience.equals(expected)
        || audience instanceof RegoArray several && several.items().contains(expected);
  }

  private static RegoNumber date(RegoObject claims, String name) throws BuiltinException {
    if (claims.get(name) instanceof RegoNumber date) {
      return date;
    }
    throw BuiltinException.of(name + " value must be a number");
  }

  /** The time in seconds: the one that the policy gives, or that of the evaluation. */
  private RegoNumber time() throws BuiltinException {
    double nanoseconds =
        constraints.get("time") instanceof RegoNumber time
            ? time.doubleValue()
            : Times.now(call).doubleValue();
    return RegoNumber.of(Double.valueOf(nanoseconds / SECOND));
  }
}
