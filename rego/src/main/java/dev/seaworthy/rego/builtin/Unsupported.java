package dev.seaworthy.rego.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What OPA has and this engine leaves out, and why. */
final class Unsupported {

  static final Map<String, String> REASONS = new HashMap<>();

  static {
    leaveOut("a policy cannot reach the network", "http.send", "net.lookup_ip_addr");
    leaveOut(
        "GraphQL is not supported",
        "graphql.is_valid",
        "graphql.parse",
        "graphql.parse_and_verify",
        "graphql.parse_query",
        "graphql.parse_schema",
        "graphql.schema_is_valid");
    leaveOut(
        "certificates and private keys are not supported",
        "crypto.parse_private_keys",
        "crypto.x509.parse_and_verify_certificates",
        "crypto.x509.parse_and_verify_certificates_with_options",
        "crypto.x509.parse_certificate_request",
        "crypto.x509.parse_certificates",
        "crypto.x509.parse_keypair",
        "crypto.x509.parse_rsa_private_key");
    leaveOut("the syntax tree of OPA is not supported", "rego.parse_module");
    leaveOut("JSON Schema is not supported", "json.match_schema", "json.verify_schema");
  }

  private Unsupported() {}

  private static void leaveOut(String reason, String... names) {
    List.of(names).forEach(name -> REASONS.put(name, reason));
  }
}
