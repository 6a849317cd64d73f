package dev.seaworthy.rego.builtin;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;

/** An algorithm that signs tokens (RFC 7518), such as {@code RS256}. */
record JwtAlgorithm(String name) {

  private static final Set<String> KNOWN =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256",
          "HS384", "HS512", "EdDSA");

  static boolean isKnown(String name) {
    return KNOWN.contains(name);
  }

  /** Whether the signature is right. A key of another kind verifies nothing. */
  boolean verifies(Key key, byte[] signed, byte[] signature) {
    if (!isKnown(name) || !fits(key)) {
      return false;
    }
    try {
      if (key instanceof SecretKey secret) {
        return MessageDigest.isEqual(mac(secret, signed), signature);
      }
      Signature verifier = signature();
      verifier.initVerify((PublicKey) key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException | BuiltinException e) {
      return false;
    }
  }

  /** Signs; the generator supplies the randomness that some algorithms need. */
  byte[] sign(Call call, Key key, byte[] signed) throws BuiltinException {
    if (!fits(key)) {
      throw BuiltinException.of("invalid key type for algorithm " + name);
    }
    try {
      if (key instanceof SecretKey secret) {
        return mac(secret, signed);
      }
      Signature signer = signature();
      boolean random = name.startsWith("ES") || name.startsWith("PS");
      if (random) {
        signer.initSign((PrivateKey) key, new Randomness(Uuids.generator(call)));
      } else {
        signer.initSign((PrivateKey) key);
      }
      signer.update(signed);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw BuiltinException.of("failed to sign: " + e.getMessage());
    }
  }

  private boolean fits(Key key) {
    return switch (name.substring(0, 2)) {
      case "HS" -> key instanceof SecretKey;
      case "ES" -> key instanceof ECKey;
      case "Ed" -> key instanceof EdECKey;
      default -> key instanceof RSAKey;
    };
  }

  private String bits() {
    return name.substring(2);
  }

  private byte[] mac(SecretKey secret, byte[] signed) throws BuiltinException {
    return Hashes.mac("HmacSHA" + bits(), signed, secret.getEncoded());
  }

  private Signature signature() throws GeneralSecurityException {
    return switch (name.substring(0, 2)) {
      case "RS" -> Signature.getInstance("SHA" + bits() + "withRSA");
      case "ES" -> Signature.getInstance("SHA" + bits() + "withECDSAinP1363Format");
      case "PS" -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        String hash = "SHA-" + bits();
        int salt = Integer.parseInt(bits()) / Byte.SIZE;
        pss.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
        yield pss;
      }
      default -> Signature.getInstance("Ed25519");
    };
  }

  /** Randomness that the embedder supplies. */
  private static final class Randomness extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient RandomGenerator generator;

    Randomness(RandomGenerator generator) {
      this.generator = generator;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      generator.nextBytes(bytes);
    }
  }
}
