package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Set;

/**
 * What counts in the header of a token.
 *
 * @param algorithm the algorithm of the signature, or nothing
 * @param keyId the name of the key, or nothing
 * @param contentType {@code JWT} for a token within the token
 * @param understood whether all is known that the header says must be understood
 */
record JwtHeader(String algorithm, String keyId, String contentType, boolean understood) {

  private static final Set<String> KNOWN = Set.of("alg", "kid", "typ", "cty", "crit");

  static JwtHeader of(RegoObject header) throws BuiltinException {
    text(header, "typ");
    return new JwtHeader(
        text(header, "alg"), text(header, "kid"), text(header, "cty"), isUnderstood(header));
  }

  private static String text(RegoObject header, String name) throws BuiltinException {
    RegoValue value = header.get(name);
    if (value == null) {
      return "";
    }
    if (value instanceof RegoString string) {
      return string.value();
    }
    throw BuiltinException.of(name + ": must be a string");
  }

  /** RFC 7515, 4.1.11: a token with a critical parameter that is not understood is not valid. */
  private static boolean isUnderstood(RegoObject header) throws BuiltinException {
    RegoValue critical = header.get("crit");
    if (critical == null) {
      return true;
    }
    if (!(critical instanceof RegoArray names)) {
      throw BuiltinException.of("crit: must be a list");
    }
    if (names.size() == 0) {
      throw BuiltinException.of("crit: must be a nonempty list");
    }
    return names.items().stream()
        .noneMatch(
            name ->
                name instanceof RegoString string
                    && header.containsKey(name)
                    && !KNOWN.contains(string.value()));
  }

  boolean isValid() {
    return understood && !algorithm.isEmpty();
  }
}
