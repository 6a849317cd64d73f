package dev.seaworthy.helm.render;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JSON schema refers to outside itself. Helm loads that, from the network and from files
 * anywhere, whenever it checks values.
 */
final class SchemaReferences {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern REFERENCE =
      Pattern.compile("\"\\$(?:ref|dynamicRef|recursiveRef|schema)\"\\s*:\\s*\"([^\"]*)\"");

  /** Within the document, or one of the schemas that Helm brings along. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "#.*|https?://json-schema\\.org/(?:draft-0[467]|draft/20(?:19-09|20-12))/.*|");

  private SchemaReferences() {}

  /** The first reference that leads out of the schema; a text that is no JSON may have one too. */
  static Optional<String> leadingOut(String schema) {
    String text = ESCAPE.matcher(schema).replaceAll(SchemaReferences::unescape);
    Matcher reference = REFERENCE.matcher(text.replace("\\/", "/"));
    while (reference.find()) {
      if (!HARMLESS.matcher(reference.group(1)).matches()) {
        return Optional.of(reference.group(1));
      }
    }
    return Optional.empty();
  }

  private static String unescape(MatchResult escape) {
    char c = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(c));
  }
}
