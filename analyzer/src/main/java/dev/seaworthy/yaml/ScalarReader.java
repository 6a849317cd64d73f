package dev.seaworthy.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Scalars from the parser's events: tags honoured, types resolved, ends trimmed. */
final class ScalarReader {

  private static final String YAML_TAG = "tag:yaml.org,2002:";

  private final Offsets offsets;

  ScalarReader(Offsets offsets) {
    this.offsets = offsets;
  }

  YamlScalar read(ScalarEvent event) {
    int start = offsets.valueStart(event);
    int end = offsets.end(event);
    String text = event.getValue();
    YamlScalar.Style style = style(event.getScalarStyle());
    if (style == YamlScalar.Style.LITERAL || style == YamlScalar.Style.FOLDED) {
      text = offsets.isTextEnd(end) ? withoutAddedBreak(text, end) : text;
      end = withoutTrailingSpace(start, end);
    }
    if (event.getTag().isPresent()) {
      return tagged(event.getTag().get(), start, end, style, text);
    }
    ScalarType type =
        style == YamlScalar.Style.PLAIN ? KubernetesScalars.typeOf(text) : ScalarType.STRING;
    if (type == ScalarType.STRING
        && style == YamlScalar.Style.PLAIN
        && KubernetesScalars.isNonFinite(text)) {
      throw notJson(start, text);
    }
    return new YamlScalar(start, end, style, text, type);
  }

  /** The name of a key in JSON: Kubernetes turns numbers and booleans into strings there. */
  String keyName(YamlScalar key) {
    return switch (key.type()) {
      case BOOLEAN -> String.valueOf(KubernetesScalars.booleanValue(key.text()));
      case INTEGER -> KubernetesScalars.integerValue(key.text()).toString();
      case FLOAT -> KubernetesScalars.floatName(KubernetesScalars.floatValue(key.text()));
      default -> key.text();
    };
  }

  private static YamlScalar tagged(
      String tag, int start, int end, YamlScalar.Style style, String text) {
    if (!tag.startsWith(YAML_TAG)) {
      return new YamlScalar(start, end, style, text, ScalarType.STRING);
    }
    String name = tag.substring(YAML_TAG.length());
    return switch (name) {
      case "int" -> typed(start, end, style, text, name, ScalarType.INTEGER);
      case "bool" -> typed(start, end, style, text, name, ScalarType.BOOLEAN);
      case "null" -> typed(start, end, style, text, name, ScalarType.NULL);
      case "float" -> typedFloat(start, end, style, text);
      case "binary" -> new YamlScalar(start, end, style, decode(start, text), ScalarType.STRING);
      default -> new YamlScalar(start, end, style, text, ScalarType.STRING);
    };
  }

  private static YamlScalar typed(
      int start, int end, YamlScalar.Style style, String text, String tag, ScalarType wanted) {
    if (KubernetesScalars.typeOf(text) != wanted) {
      throw unfit(start, text, tag);
    }
    return new YamlScalar(start, end, style, text, wanted);
  }

  private static YamlScalar typedFloat(int start, int end, YamlScalar.Style style, String text) {
    if (KubernetesScalars.isNonFinite(text)) {
      throw notJson(start, text);
    }
    ScalarType type = KubernetesScalars.typeOf(text);
    if (type != ScalarType.FLOAT && type != ScalarType.INTEGER) {
      throw unfit(start, text, "float");
    }
    return new YamlScalar(start, end, style, text, type);
  }

  private static String decode(int start, String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unfit(start, text, "binary");
    }
  }

  /** The parser ends the last line of a block scalar where the text itself does not. */
  private String withoutAddedBreak(String value, int end) {
    String source = offsets.text();
    int lineStart = end;
    while (lineStart > 0 && !DocumentSplitter.isLineBreak(source.charAt(lineStart - 1))) {
      lineStart--;
    }
    String lastLine = source.substring(lineStart, end);
    if (lastLine.isEmpty() || !value.endsWith("\n")) {
      return value;
    }
    String unbroken = value.substring(0, value.length() - 1);
    String lastContent = unbroken.substring(unbroken.lastIndexOf('\n') + 1);
    // a last line of nothing but indentation is no content
    boolean content = !lastContent.isEmpty() && lastLine.endsWith(lastContent);
    return content || !lastLine.isBlank() ? unbroken : value;
  }

  /** A block scalar's mark runs over the empty lines behind it. */
  private int withoutTrailingSpace(int start, int end) {
    String text = offsets.text();
    int trimmed = end;
    while (trimmed > start && text.charAt(trimmed - 1) <= ' ') {
      trimmed--;
    }
    return trimmed;
  }

  private static YamlScalar.Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
      case LITERAL -> YamlScalar.Style.LITERAL;
      case FOLDED -> YamlScalar.Style.FOLDED;
      default -> YamlScalar.Style.PLAIN;
    };
  }

  private static YamlReadException notJson(int start, String text) {
    return YamlReadException.syntax(
        start,
        "'" + text + "' has no counterpart in JSON, so Kubernetes refuses it",
        "Quote the value to mean the text.");
  }

  private static YamlReadException unfit(int start, String text, String tag) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return YamlReadException.syntax(
        start, "'" + shown + "' is no !!" + tag, "Correct the value or remove the tag.");
  }
}
