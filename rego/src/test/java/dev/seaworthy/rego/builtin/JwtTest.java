package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTest {

  private static final String PAYLOAD = "{\"sub\": \"a\"}";

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void tokensSignedWithRsaAreVerified(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    String common = "\"kty\":\"RSA\",\"n\":\"" + encoded(key.getModulus()) + "\"";
    String publicKey = "{" + common + ",\"e\":\"" + encoded(key.getPublicExponent()) + "\"}";
    BigInteger exponent = ((RSAPrivateKey) keys.getPrivate()).getPrivateExponent();
    String privateKey = "{" + common + ",\"d\":\"" + encoded(exponent) + "\"}";
    verifiesWhatItSigned(algorithm, privateKey, publicKey, pem(keys));
  }

  @ParameterizedTest
  @CsvSource({"ES256, P-256, secp256r1", "ES384, P-384, secp384r1", "ES512, P-521, secp521r1"})
  void tokensSignedWithEllipticCurvesAreVerified(String algorithm, String curve, String name)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(name));
    KeyPair keys = generator.generateKeyPair();
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    String common = "\"kty\":\"EC\",\"crv\":\"" + curve + "\"";
    String x = encoded(key.getW().getAffineX());
    String y = encoded(key.getW().getAffineY());
    String publicKey = "{" + common + ",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    String d = encoded(((ECPrivateKey) keys.getPrivate()).getS());
    verifiesWhatItSigned(algorithm, "{" + common + ",\"d\":\"" + d + "\"}", publicKey, pem(keys));
  }

  private static void verifiesWhatItSigned(
      String algorithm, String privateKey, String publicKey, String pem) {
    String header = "{\"alg\":\"" + algorithm + "\"}";
    String token =
        text(BuiltinTable.call("io.jwt.encode_sign_raw", strings(header, PAYLOAD, privateKey)));
    String verify = "io.jwt.verify_" + algorithm.toLowerCase(Locale.ROOT);
    String altered =
        token.substring(0, token.indexOf('.') + 1)
            + "e30"
            + token.substring(token.lastIndexOf('.'));

    assertThat(BuiltinTable.call(verify, strings(token, publicKey))).isEqualTo("true");
    assertThat(BuiltinTable.call(verify, strings(token, "{\"keys\":[" + publicKey + "]}")))
        .isEqualTo("true");
    assertThat(BuiltinTable.call(verify, strings(token, pem))).isEqualTo("true");
    assertThat(BuiltinTable.call(verify, strings(altered, publicKey))).isEqualTo("false");
    assertThat(
            BuiltinTable.call(
                "io.jwt.decode_verify",
                RegoText.json(RegoArray.of(new RegoString(token)))
                        .replaceFirst("\\]$", ",{\"cert\":")
                    + RegoText.json(new RegoString(pem))
                    + "}]"))
        .isEqualTo("[true, {\"alg\": \"" + algorithm + "\"}, {\"sub\": \"a\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"sub": "a"} | {} | true
          {"iss": "x"} | {"iss": "x"} | true
          {"iss": "x"} | {"iss": "y"} | false
          {} | {"iss": "y"} | false
          {"aud": ["a", "b"]} | {"aud": "b"} | true
          {"aud": "a"} | {} | false
          {"exp": 1670006454} | {} | true
          {"exp": 1670006453} | {} | false
          {"exp": 100} | {"time": 99999999999} | true
          {"nbf": 1670006454} | {} | false
          {"nbf": 100.5} | {"time": 100500000000} | true
          {} | {"alg": "HS256"} | true
          {} | {"alg": "HS512"} | false
          """)
  void constraintsDecide(String payload, String constraints, String valid) {
    String key = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}";
    String token =
        text(
            BuiltinTable.call(
                "io.jwt.encode_sign_raw", strings("{\"alg\":\"HS256\"}", payload, key)));
    String all = constraints.replaceFirst("\\{", "{\"secret\": \"secret\", ").replace(", }", "}");
    String result = BuiltinTable.call("io.jwt.decode_verify", "[\"" + token + "\", " + all + "]");
    assertThat(result).startsWith("[" + valid + ", ");
    assertThat(BuiltinTable.call("io.jwt.verify_hs256", strings(token, "secret")))
        .isEqualTo("true");
    assertThat(BuiltinTable.call("io.jwt.verify_hs256", strings(token, "other")))
        .isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          io.jwt.decode_verify | ["a.b.c", {}] | error: io.jwt.decode_verify: no key constraint
          io.jwt.decode_verify | ["a.b.c", {"x": 1}] | error: io.jwt.decode_verify: unknown token validation constraint: x
          io.jwt.verify_rs256 | ["e30.e30.e30", "x"] | error: io.jwt.verify_rs256: failed to parse a JWK key (set): invalid JSON: invalid character 'x' looking for beginning of value
          io.jwt.encode_sign | [{"alg": "none"}, {}, {"kty": "oct", "k": "YQ"}] | error: io.jwt.encode_sign: unknown JWS algorithm: none
          io.jwt.encode_sign_raw | ["{\\"alg\\":\\"HS256\\"}", "x", "{\\"kty\\":\\"oct\\",\\"k\\":\\"YQ\\"}"] | error: io.jwt.encode_sign_raw: type is JWT but payload is not JSON
          io.jwt.encode_sign | [{"alg": "RS256"}, {}, {"kty": "oct", "k": "YQ"}] | error: io.jwt.encode_sign: invalid key type for algorithm RS256
          """)
  void whatMakesNoSenseIsAnError(String name, String arguments, String error) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(error);
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static String strings(String... strings) {
    return RegoText.json(RegoArray.of(Arrays.stream(strings).map(RegoString::new).toList()));
  }

  private static String text(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String encoded(BigInteger number) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(number.toByteArray());
  }
}
