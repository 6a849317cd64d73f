package dev.seaworthy.rego.builtin;

import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URIs, split as Go's {@code net/url} does. */
final class Uris {

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::([0-9]*))?");
  private static final String HOST_CHARACTERS = "-._~!$&'()*+,;=:[]<>\"%";

  private Uris() {}

  static Family family() {
    return new Family()
        .define("uri.parse", call -> parse(call.string(1)), Family.STRING)
        .define("uri.is_valid", Uris::isValid, Family.STRING);
  }

  private static RegoBoolean isValid(Call call) {
    if (!(call.value(1) instanceof RegoString text) || text.value().isEmpty()) {
      return RegoBoolean.FALSE;
    }
    try {
      parse(text.value());
      return RegoBoolean.TRUE;
    } catch (BuiltinException e) {
      return RegoBoolean.FALSE;
    }
  }

  private static RegoObject parse(String text) throws BuiltinException {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw problem(text, "net/url: invalid control character in URL");
    }
    RegoObject.Builder parts = RegoObject.builder();
    int hash = text.indexOf('#');
    String rest = hash < 0 ? text : text.substring(0, hash);
    put(parts, "fragment", hash < 0 ? "" : Urls.unescape(text.substring(hash + 1), false));
    Matcher scheme = SCHEME.matcher(rest);
    boolean hasScheme = scheme.matches();
    if (hasScheme) {
      put(parts, "scheme", scheme.group(1).toLowerCase(Locale.ROOT));
      rest = scheme.group(2);
    } else if (rest.startsWith(":")) {
      throw problem(text, "missing protocol scheme");
    }
    int question = rest.indexOf('?');
    put(parts, "raw_query", question < 0 ? "" : rest.substring(question + 1));
    rest = question < 0 ? rest : rest.substring(0, question);
    if (hasScheme && !rest.startsWith("/")) {
      // opaque, such as mailto:someone
      return parts.build();
    }
    int colon = rest.indexOf(':');
    if (!hasScheme && colon >= 0 && rest.lastIndexOf('/', colon) < 0) {
      throw problem(text, "first path segment in URL cannot contain colon");
    }
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      authority(text, authority, parts);
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    put(parts, "path", Urls.unescape(rest, false));
    put(parts, "raw_path", rest);
    return parts.build();
  }

  private static void authority(String text, String authority, RegoObject.Builder parts)
      throws BuiltinException {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    Matcher matcher = HOST.matcher(host);
    boolean valid =
        host.chars()
            .allMatch(
                c -> c >= 0x80 || Character.isLetterOrDigit(c) || HOST_CHARACTERS.indexOf(c) >= 0);
    if (!valid || !matcher.matches()) {
      throw problem(text, "invalid character or port in host name " + new RegoString(host));
    }
    String name = Urls.unescape(matcher.group(1), false);
    put(parts, "hostname", name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
    put(parts, "port", matcher.group(2) == null ? "" : matcher.group(2));
  }

  private static void put(RegoObject.Builder parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.put(name, new RegoString(value));
    }
  }

  private static BuiltinException problem(String text, String problem) {
    return BuiltinException.of("parse " + new RegoString(text) + ": " + problem);
  }
}
