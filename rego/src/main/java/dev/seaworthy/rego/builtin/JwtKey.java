package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs tokens or verifies them.
 *
 * @param key the key
 * @param algorithm the algorithm that it is for, or nothing
 * @param id its name, or nothing
 */
record JwtKey(Key key, String algorithm, String id) {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s*([A-Za-z0-9+/=\\s]*)-----END \\1-----\r?\n?");
  private static final String ED25519_PUBLIC = "302a300506032b6570032100";
  private static final String ED25519_PRIVATE = "302e020100300506032b657004220420";

  /** The public keys of a certificate or key in PEM, or of a JWK or set of them. */
  static List<JwtKey> publicKeys(Call call, String text) throws BuiltinException {
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      return fromJwk(call, text, false);
    }
    if (pem.end() < text.length()) {
      throw BuiltinException.of("extra data after a PEM certificate block");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(pem.group(2));
      return List.of(new JwtKey(fromPem(pem.group(1), bytes), "", ""));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw BuiltinException.of("failed to parse a PEM key: " + e.getMessage());
    }
  }

  private static Key fromPem(String type, byte[] bytes)
      throws GeneralSecurityException, BuiltinException {
    if (type.equals("CERTIFICATE")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(bytes))
          .getPublicKey();
    }
    if (!type.equals("PUBLIC KEY")) {
      throw BuiltinException.of("failed to extract a Key from the PEM certificate");
    }
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException e) {
        // a key for another algorithm
      }
    }
    throw new InvalidKeySpecException("unknown public key algorithm");
  }

  /** The keys of a JWK or a set of them: private ones to sign with, or public ones to verify. */
  static List<JwtKey> fromJwk(Call call, String text, boolean signing) throws BuiltinException {
    RegoObject object;
    try {
      object = JwtToken.object(call, text);
    } catch (BuiltinException e) {
      throw BuiltinException.of("failed to parse a JWK key (set): " + e.getMessage());
    }
    List<RegoValue> keys =
        object.get("keys") instanceof RegoArray array ? array.items() : List.of(object);
    List<JwtKey> parsed = new ArrayList<>();
    for (RegoValue key : keys) {
      if (!(key instanceof RegoObject jwk)) {
        throw BuiltinException.of("failed to parse a JWK key (set): a key is no object");
      }
      String algorithm = text(jwk, "alg");
      if (algorithm.isEmpty() || JwtAlgorithm.isKnown(algorithm)) {
        parsed.add(new JwtKey(key(jwk, signing), algorithm, text(jwk, "kid")));
      }
    }
    return parsed;
  }

  private static Key key(RegoObject jwk, boolean signing) throws BuiltinException {
    try {
      return switch (text(jwk, "kty")) {
        case "oct" -> new SecretKeySpec(bytes(jwk, "k"), "oct");
        case "RSA" -> rsa(jwk, signing);
        case "EC" -> elliptic(jwk, signing);
        case "OKP" -> edwards(jwk, signing);
        default -> throw new InvalidKeySpecException("invalid key type from JSON");
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw BuiltinException.of("failed to parse a JWK key (set): " + e.getMessage());
    }
  }

  private static Key rsa(RegoObject jwk, boolean signing)
      throws GeneralSecurityException, BuiltinException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    BigInteger modulus = number(jwk, "n");
    return signing
        ? factory.generatePrivate(new RSAPrivateKeySpec(modulus, number(jwk, "d")))
        : factory.generatePublic(new RSAPublicKeySpec(modulus, number(jwk, "e")));
  }

  private static Key elliptic(RegoObject jwk, boolean signing)
      throws GeneralSecurityException, BuiltinException {
    String curve =
        switch (text(jwk, "crv")) {
          case "P-256" -> "secp256r1";
          case "P-384" -> "secp384r1";
          case "P-521" -> "secp521r1";
          default -> throw new InvalidKeySpecException("invalid curve");
        };
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
    KeyFactory factory = KeyFactory.getInstance("EC");
    if (signing) {
      return factory.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), spec));
    }
    ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
    return factory.generatePublic(new ECPublicKeySpec(point, spec));
  }

  private static Key edwards(RegoObject jwk, boolean signing)
      throws GeneralSecurityException, BuiltinException {
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    String raw = HexFormat.of().formatHex(bytes(jwk, signing ? "d" : "x"));
    return signing
        ? factory.generatePrivate(
            new PKCS8EncodedKeySpec(HexFormat.of().parseHex(ED25519_PRIVATE + raw)))
        : factory.generatePublic(
            new X509EncodedKeySpec(HexFormat.of().parseHex(ED25519_PUBLIC + raw)));
  }

  private static BigInteger number(RegoObject jwk, String name) throws BuiltinException {
    return new BigInteger(1, bytes(jwk, name));
  }

  private static byte[] bytes(RegoObject jwk, String name) throws BuiltinException {
    if (!(jwk.get(name) instanceof RegoString encoded)) {
      throw BuiltinException.of("failed to parse a JWK key (set): '" + name + "' is missing");
    }
    return Base64Functions.decodeUrl(encoded.value());
  }

  private static String text(RegoObject jwk, String name) {
    return jwk.get(name) instanceof RegoString string ? string.value() : "";
  }
}
