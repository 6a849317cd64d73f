package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoBytes;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signature Version 4 of requests to AWS: the request with the headers that sign it. */
final class AwsSignature {

  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
  private static final List<String> CONFIGURATION =
      List.of("aws_access_key", "aws_region", "aws_secret_access_key", "aws_service");
  private static final Set<String> IGNORED =
      Set.of("authorization", "user-agent", "x-amzn-trace-id");
  private static final Set<String> REQUEST =
      Set.of(
          "method",
          "url",
          "body",
          "enable_redirect",
          "force_json_decode",
          "force_yaml_decode",
          "headers",
          "raw_body",
          "tls_use_system_certs",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_insecure_skip_verify",
          "tls_server_name",
          "timeout",
          "cache",
          "force_cache",
          "force_cache_duration_seconds",
          "raise_error",
          "caching_mode",
          "max_retry_attempts",
          "cache_ignored_headers");

  private final Call call;
  private final RegoObject request;
  private final RegoObject configuration;
  private final String time;

  private AwsSignature(Call call, RegoObject request, RegoObject configuration, String time) {
    this.call = call;
    this.request = request;
    this.configuration = configuration;
    this.time = time;
  }

  static Family family() {
    return new Family()
        .define(
            "providers.aws.sign_req",
            AwsSignature::sign,
            Family.OBJECT,
            Family.OBJECT,
            Family.NUMBER);
  }

  private static RegoObject sign(Call call) throws BuiltinException {
    RegoObject request = call.object(1);
    RegoObject configuration = call.object(2);
    List<String> absent = select(CONFIGURATION, name -> configuration.get(name) == null);
    check(2, "missing required AWS config parameters(s): ", absent);
    List<String> invalid =
        select(CONFIGURATION, name -> !(configuration.get(name) instanceof RegoString));
    check(2, "invalid values for required AWS config parameters(s): ", invalid);
    RegoNumber time = call.number(3);
    if (!time.isPlainLong()) {
      throw Call.wrongOperand(3, "could not convert time_ns value into a unix timestamp");
    }
    checkRequest(request);
    String timestamp =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochSecond(Math.floorDiv(time.longValue(), 1_000_000_000L)));
    return new AwsSignature(call, request, configuration, timestamp).signed();
  }

  private static void checkRequest(RegoObject request) throws BuiltinException {
    List<String> required = List.of("method", "url");
    List<String> names =
        request.keys().stream()
            .map(key -> key instanceof RegoString string ? string.value() : key.toString())
            .toList();
    check(1, "invalid request parameters(s): ", select(names, name -> !REQUEST.contains(name)));
    check(
        1,
        "missing required request parameters(s): ",
        select(required, name -> request.get(name) == null));
    check(
        1,
        "invalid values for required request parameters(s): ",
        select(required, name -> !(request.get(name) instanceof RegoString)));
  }

  private static List<String> select(List<String> names, Predicate<String> wrong) {
    return names.stream().filter(wrong).toList();
  }

  private static void check(int position, String problem, List<String> names)
      throws BuiltinException {
    if (!names.isEmpty()) {
      RegoSet set = RegoSet.of(names.stream().map(RegoString::new).toList());
      throw Call.wrongOperand(position, problem + set);
    }
  }

  private RegoObject signed() throws BuiltinException {
    Matcher url = URL.matcher(text(request, "url"));
    if (!url.matches()) {
      throw BuiltinException.of("parse " + request.get("url") + ": invalid URL");
    }
    String hash = bodyHash();
    Map<String, String> awsHeaders = awsHeaders(url.group(1), hash);
    Map<String, String> signedHeaders = new TreeMap<>(awsHeaders);
    RegoObject.Builder headers = RegoObject.builder();
    for (Map.Entry<String, String> header : requestHeaders().entrySet()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!IGNORED.contains(name)) {
        signedHeaders.put(name, header.getValue());
      }
      headers.put(header.getKey(), new RegoString(header.getValue()));
    }
    StringBuilder canonical = new StringBuilder(text(request, "method")).append('\n');
    canonical.append(url.group(2)).append('\n');
    canonical.append(Objects.requireNonNullElse(url.group(3), "")).append('\n');
    signedHeaders.forEach((name, value) -> canonical.append(name + ":" + value + "\n"));
    String names = String.join(";", signedHeaders.keySet());
    canonical.append('\n').append(names).append('\n').append(hash);
    headers.put("Authorization", new RegoString(authorization(canonical.toString(), names)));
    awsHeaders.forEach((name, value) -> headers.put(name, new RegoString(value)));
    return request.with(new RegoString("headers"), headers.build());
  }

  private Map<String, String> awsHeaders(String host, String hash) {
    Map<String, String> headers = new TreeMap<>(Map.of("host", host, "x-amz-date", time));
    String service = text(configuration, "aws_service");
    if (service.equals("s3") || service.equals("glacier")) {
      headers.put("x-amz-content-sha256", hash);
    }
    if (!text(configuration, "aws_session_token").isEmpty()) {
      headers.put("x-amz-security-token", text(configuration, "aws_session_token"));
    }
    return headers;
  }

  private Map<String, String> requestHeaders() throws BuiltinException {
    RegoValue headers = request.get("headers");
    if (headers != null && !(headers instanceof RegoObject)) {
      throw Call.wrongType(0, headers, "object");
    }
    Map<String, String> texts = new TreeMap<>();
    if (headers instanceof RegoObject object) {
      for (RegoValue key : object.keys()) {
        String value = object.get(key) instanceof RegoString string ? string.value() : "";
        texts.put(key instanceof RegoString name ? name.value() : "", value);
      }
    }
    return texts;
  }

  private String bodyHash() throws BuiltinException {
    RegoValue unsigned = configuration.get("disable_payload_signing");
    if (unsigned != null && !(unsigned instanceof RegoBoolean)) {
      throw Call.wrongOperand(2, "invalid value for 'disable_payload_signing' in AWS config");
    }
    if (unsigned == RegoBoolean.TRUE) {
      return "UNSIGNED-PAYLOAD";
    }
    RegoValue body = request.get("body");
    String json = body == null ? "" : JsonFunctions.marshal(call, body);
    boolean raw = request.get("raw_body") != null;
    return sha256(raw ? text(request, "raw_body") : json);
  }

  private String authorization(String canonical, String names) throws BuiltinException {
    String date = time.substring(0, 8);
    String region = text(configuration, "aws_region");
    String service = text(configuration, "aws_service");
    String scope = String.join("/", date, region, service, "aws4_request");
    byte[] key = RegoBytes.encode("AWS4" + text(configuration, "aws_secret_access_key"));
    for (String part : scope.split("/", -1)) {
      key = mac(part, key);
    }
    String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
    return "AWS4-HMAC-SHA256 Credential="
        + text(configuration, "aws_access_key")
        + "/"
        + scope
        + ",SignedHeaders="
        + names
        + ",Signature="
        + HexFormat.of().formatHex(mac(toSign, key));
  }

  private static byte[] mac(String message, byte[] key) throws BuiltinException {
    return Hashes.mac("HmacSHA256", RegoBytes.encode(message), key);
  }

  private static String sha256(String text) throws BuiltinException {
    return HexFormat.of().formatHex(Hashes.digest("SHA-256", RegoBytes.encode(text)));
  }

  private static String text(RegoObject object, String name) {
    return object.get(name) instanceof RegoString string ? string.value() : "";
  }
}
