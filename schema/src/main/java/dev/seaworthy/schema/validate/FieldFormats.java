package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import dev.seaworthy.model.IpAddress;
import dev.seaworthy.model.IpRange;
import dev.seaworthy.model.NameFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The formats that the validation of Kubernetes' own kinds asks for, named as in the API's
 * declarations where these have a name. The empty text stands for an absent one.
 */
final class FieldFormats {

  static final List<Format> ALL =
      Stream.of(
              "k8s-short-name",
              "k8s-long-name",
              "k8s-name-prefix",
              "k8s-annotation-key",
              "k8s-label-key",
              "k8s-label-value",
              "path-segment",
              "env-name",
              "http-header",
              "ip",
              "cidr",
              "absolute-path")
          .<Format>map(Text::new)
          .toList();

  private FieldFormats() {}

  /** A hyphen may end what more is appended to. */
  private static boolean isNamePrefix(String text) {
    String name =
        text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    return fits(NameFormat.DNS_SUBDOMAIN, name);
  }

  private static boolean fits(NameFormat format, String text) {
    return format.fault(text).isEmpty();
  }

  private record Text(String getName) implements Format {
    @Override
    public boolean matches(ExecutionContext run, SchemaContext context, JsonNode node) {
      return !node.isString() || node.stringValue().isEmpty() || holds(getName, node.stringValue());
    }
  }

  /** A switch, as in {@link Formats}. */
  private static boolean holds(String format, String text) {
    return switch (format) {
      case "k8s-short-name" -> fits(NameFormat.DNS_LABEL, text);
      case "k8s-long-name" -> fits(NameFormat.DNS_SUBDOMAIN, text);
      case "k8s-name-prefix" -> isNamePrefix(text);
      case "k8s-annotation-key" -> NameFormat.faultOfKey(text.toLowerCase(Locale.ROOT)).isEmpty();
      case "k8s-label-key" -> NameFormat.faultOfKey(text).isEmpty();
      case "k8s-label-value" -> fits(NameFormat.LABEL_VALUE, text);
      case "path-segment" -> fits(NameFormat.PATH_SEGMENT, text);
      case "env-name" -> Pattern.matches("[ -<>-~]+", text);
      case "http-header" -> Pattern.matches("[-A-Za-z0-9]+", text);
      case "ip" -> IpAddress.parse(text).isPresent();
      case "cidr" -> IpRange.parse(text.strip()).isPresent();
      case "absolute-path" -> text.startsWith("/");
      default -> true;
    };
  }
}
