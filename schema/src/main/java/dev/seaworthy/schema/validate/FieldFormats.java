package dev.seaworthy.schema.validate;

import com.google.re2j.Pattern;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import dev.seaworthy.model.NameFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The formats that the validation of Kubernetes' own kinds asks for, named as in the API's
 * declarations where these have a name. The empty text stands for an absent one.
 */
final class FieldFormats {

  private static final Pattern ENV_NAME = Pattern.compile("[ -<>-~]+");
  private static final Pattern HTTP_HEADER = Pattern.compile("[-A-Za-z0-9]+");

  static final List<Format> ALL =
      List.of(
          new Text("k8s-short-name", fits(NameFormat.DNS_LABEL)),
          new Text("k8s-long-name", fits(NameFormat.DNS_SUBDOMAIN)),
          new Text("k8s-name-prefix", FieldFormats::isNamePrefix),
          new Text("path-segment", fits(NameFormat.PATH_SEGMENT)),
          new Text(
              "k8s-annotation-key",
              text -> NameFormat.faultOfKey(text.toLowerCase(Locale.ROOT)).isEmpty()),
          new Text("k8s-label-key", text -> NameFormat.faultOfKey(text).isEmpty()),
          new Text("k8s-label-value", fits(NameFormat.LABEL_VALUE)),
          new Text("env-name", ENV_NAME::matches),
          new Text("http-header", HTTP_HEADER::matches),
          new Text("ip", NetworkAddress::isAddress),
          new Text("cidr", text -> NetworkAddress.isNetwork(text.strip())),
          new Text("absolute-path", text -> text.startsWith("/")));

  private FieldFormats() {}

  /** A hyphen may end what more is appended to. */
  private static boolean isNamePrefix(String text) {
    String name =
        text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 1) : text;
    return fits(NameFormat.DNS_SUBDOMAIN).test(name);
  }

  private static Predicate<String> fits(NameFormat format) {
    return text -> format.fault(text).isEmpty();
  }

  private record Text(String getName, Predicate<String> holds) implements Format {
    @Override
    public boolean matches(ExecutionContext run, SchemaContext context, JsonNode node) {
      return !node.isString() || node.stringValue().isEmpty() || holds.test(node.stringValue());
    }
  }
}
