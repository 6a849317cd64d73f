package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import dev.seaworthy.model.IpAddress;
import dev.seaworthy.model.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The formats that the API server holds the values of custom resources to; of others it takes no
 * notice. Where a format is wide, such as that of addresses of mail, what is in doubt passes.
 *
 * @see <a href="https://pkg.go.dev/k8s.io/kube-openapi/pkg/validation/strfmt">strfmt</a>
 */
final class Formats {

  /** What the server takes for base64 in custom resources: not empty, and without line ends. */
  private static final String BASE64 = "base64";

  private static final String ANY = "[0-9a-f]";
  private static final String UNKNOWN = "[0-9a-f]{4}-?";
  private static final String VARIANT = "[89ab][0-9a-f]{3}-?";
  private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";

  private static final String RGB =
      "rgb\\(\\s*" + BYTE + "\\s*,\\s*" + BYTE + "\\s*,\\s*" + BYTE + "\\s*\\)";

  static final List<Format> ALL =
      Stream.of(
              "int32 int64 float",
              BASE64,
              "date-time datetime date duration uuid uuid3 uuid4 uuid5 ipv4 ipv6 mac uri email"
                  + " hostname bsonobjectid hexcolor rgbcolor ssn isbn isbn10 isbn13 creditcard")
          .flatMap(names -> Stream.of(names.split(" ")))
          .<Format>map(Named::new)
          .toList();

  /** The formats of texts that the API server knows in custom resources, hyphens left out. */
  private static final Set<String> OF_CUSTOM_RESOURCES =
      Set.of(
          ("bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10"
                  + " isbn13 creditcard ssn hexcolor rgbcolor date duration datetime")
              .split(" "));

  /** Since this version the formats of names are known. */
  private static final KubernetesVersion WITH_NAMES = KubernetesVersion.parse("1.35");

  private static final Map<String, String> OF_NAMES =
      Map.of("k8sshortname", "k8s-short-name", "k8slongname", "k8s-long-name");

  private Formats() {}

  /** What a format of texts in a custom resource is called here; empty if a server ignores it. */
  static Optional<String> ofCustomResources(String name, KubernetesVersion server) {
    String bare = name.replace("-", "");
    if (bare.equals(Base64Format.NAME)) {
      return Optional.of(BASE64);
    }
    return OF_NAMES.containsKey(bare) && server.compareTo(WITH_NAMES) >= 0
        ? Optional.of(OF_NAMES.get(bare))
        : Optional.of(bare).filter(OF_CUSTOM_RESOURCES::contains);
  }

  /** The formats that the API server knows of a type of numbers. */
  static Set<String> ofNumbers(String type) {
    return switch (type) {
      case "integer" -> Set.of("int32", "int64");
      case "number" -> Set.of("float");
      default -> Set.of();
    };
  }

  private record Named(String getName) implements Format {
    @Override
    public boolean matches(ExecutionContext run, SchemaContext context, JsonNode node) {
      return node.isString()
          ? holds(getName, node.stringValue())
          : !node.isNumber() || holds(getName, node);
    }
  }

  private static boolean holds(String format, JsonNode number) {
    return switch (format) {
      case "int32" -> number.canConvertToInt();
      case "int64" -> number.canConvertToLong();
      case "float" -> Math.abs(number.doubleValue()) <= Float.MAX_VALUE;
      default -> true;
    };
  }

  /**
   * A switch rather than predicates: to make these would take a start longer than all else here.
   */
  private static boolean holds(String format, String text) {
    return switch (format) {
      case BASE64 -> !text.isEmpty() && Base64Format.isBase64(text) && !text.contains("\n");
      case "date-time", "datetime" -> DateTimes.isDateTime(text);
      case "date" -> DateTimes.isDate(text);
      case "duration" -> Durations.isDuration(text);
      case "uuid" -> matches(uuid(ANY, UNKNOWN), text);
      case "uuid3" -> matches(uuid("3", UNKNOWN), text);
      case "uuid4" -> matches(uuid("4", VARIANT), text);
      case "uuid5" -> matches(uuid("5", VARIANT), text);
      case "ipv4" -> text.contains(".") && IpAddress.parse(text).isPresent();
      case "ipv6" -> text.contains(":") && IpAddress.parse(text).isPresent();
      case "mac" -> matches("(?i)" + mac(":", 2) + "|" + mac("-", 2) + "|" + mac("\\.", 4), text);
      case "uri" -> InternetNames.isUri(text);
      case "email" -> InternetNames.isMail(text);
      case "hostname" -> InternetNames.isHost(text);
      case "bsonobjectid" -> matches("[0-9a-fA-F]{24}", text);
      case "hexcolor" -> matches("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text);
      case "rgbcolor" -> matches(RGB, text);
      case "ssn" -> matches("\\d{3}[- ]\\d{2}[- ]\\d{4}", text);
      case "isbn" -> CheckDigits.isIsbn10(text) || CheckDigits.isIsbn13(text);
      case "isbn10" -> CheckDigits.isIsbn10(text);
      case "isbn13" -> CheckDigits.isIsbn13(text);
      case "creditcard" -> CheckDigits.isCard(text);
      default -> true;
    };
  }

  private static boolean matches(String regex, String text) {
    return Pattern.matches(regex, text);
  }

  private static String uuid(String version, String variant) {
    return "(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?" + version + "[0-9a-f]{3}-?" + variant + "[0-9a-f]{12}";
  }

  /** Addresses of 6, 8 or 20 bytes, in groups of digits. */
  private static String mac(String separator, int digits) {
    String group = "[0-9a-f]{" + digits + "}";
    return IntStream.of(6, 8, 20)
        .mapToObj(bytes -> group + "(" + separator + group + "){" + (bytes * 2 / digits - 1) + "}")
        .collect(Collectors.joining("|"));
  }
}
