package dev.seaworthy.helm.values;

import dev.seaworthy.helm.values.SetValue.Index;
import dev.seaworthy.helm.values.SetValue.Key;
import dev.seaworthy.helm.values.SetValue.Step;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads the syntax of Helm's {@code --set} and {@code --set-string}, as <a
 * href="https://helm.sh/docs/intro/using_helm/">Helm's guide</a> describes it and Helm 3 reads it.
 * There are no fractions: {@code 1.5} is text. What Helm takes without any effect, such as a key
 * without a name, is an error.
 */
public final class SetParser {

  private static final int MAX_NAMES = 31;
  private static final int MAX_STEPS = 100;
  private static final int MAX_INDEX = 65_536;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[-+][0-9]{1,19}|[1-9][0-9]{0,18}");

  private final SetArgument argument;
  private final String text;
  private final List<SetValue> values = new ArrayList<>();
  private int at;

  private SetParser(SetArgument argument) {
    this.argument = argument;
    this.text = argument.text();
  }

  /**
   * Reads an argument.
   *
   * @return what it sets, in order; of two values for the same path the later one counts
   * @throws SetSyntaxException if it is not understood
   */
  public static List<SetValue> parse(SetArgument argument) throws SetSyntaxException {
    return new SetParser(argument).assignments();
  }

  private List<SetValue> assignments() throws SetSyntaxException {
    do {
      values.add(new SetValue(argument, path(), value()));
    } while (at < text.length());
    return values;
  }

  /** Up to and with the equals sign. */
  private List<Step> path() throws SetSyntaxException {
    int start = at;
    List<Step> path = new ArrayList<>();
    path.add(key());
    int names = 1;
    while (true) {
      int separator = at < text.length() ? text.charAt(at) : ',';
      if (separator == ',') {
        throw error(
            start,
            "'" + text.substring(start, at) + "' has no value",
            "Write it as KEY=VALUE; a comma within a key or a value is written as '\\,'.");
      }
      at++;
      switch (separator) {
        case '=' -> {
          return path;
        }
        case '.' -> {
          path.add(key());
          names++;
        }
        default -> path.add(index());
      }
      if (names > MAX_NAMES || path.size() > MAX_STEPS) {
        throw error(start, "the key is nested too deeply", "Set it in a values file.");
      }
    }
  }

  private Key key() throws SetSyntaxException {
    int start = at;
    String name = upTo("=,.[");
    if (name.isEmpty()) {
      throw error(start, "a key is missing", "Write the name of a value, such as 'image.tag=v1'.");
    }
    return new Key(name);
  }

  private Index index() throws SetSyntaxException {
    int start = at;
    int close = text.indexOf(']', at);
    if (close < 0) {
      throw error(start - 1, "'[' is not closed", "Write the number of an item, such as 'a[0]=b'.");
    }
    String written = text.substring(at, close);
    at = close + 1;
    if (!written.matches("[0-9]{1,9}")) {
      throw error(
          start, "'" + written + "' is no index", "Write the number of an item, such as 'a[0]=b'.");
    }
    int index = Integer.parseInt(written);
    if (index > MAX_INDEX) {
      throw error(start, "an index is at most " + MAX_INDEX, "Set the list in a values file.");
    }
    if (at < text.length() && "[.=,".indexOf(text.charAt(at)) < 0) {
      throw error(at, "text after an index", "Go on with '.', '[' or '='.");
    }
    return new Index(index);
  }

  private YamlNode value() throws SetSyntaxException {
    if (at < text.length() && text.charAt(at) == '{') {
      return list();
    }
    YamlScalar value = scalar(",");
    at++;
    return value;
  }

  private YamlSequence list() throws SetSyntaxException {
    int start = at;
    List<YamlNode> items = new ArrayList<>();
    do {
      at++;
      items.add(scalar(",}"));
    } while (at < text.length() && text.charAt(at) == ',');
    if (at == text.length()) {
      throw error(
          start, "'{' is not closed", "Write a list as 'a={b,c}', and a text with '{' as '\\{'.");
    }
    int end = ++at;
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
    }
    return new YamlSequence(start, end, items);
  }

  private YamlScalar scalar(String stops) {
    int start = at;
    String value = upTo(stops);
    ScalarType type = argument.asText() ? ScalarType.STRING : type(value);
    return new YamlScalar(start, at, YamlScalar.Style.PLAIN, normal(value, type), type);
  }

  private static ScalarType type(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "false" -> ScalarType.BOOLEAN;
      case "null" -> ScalarType.NULL;
      default -> isWholeNumber(value) ? ScalarType.INTEGER : ScalarType.STRING;
    };
  }

  private static boolean isWholeNumber(String value) {
    if (!WHOLE_NUMBER.matcher(value).matches()) {
      return false;
    }
    try {
      Long.parseLong(value);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Numbers without leading zeros: for YAML they would be octal. */
  private static String normal(String value, ScalarType type) {
    return switch (type) {
      case INTEGER -> Long.toString(Long.parseLong(value));
      case BOOLEAN -> value.toLowerCase(Locale.ROOT);
      default -> value;
    };
  }

  /** Text up to one of some characters, or the end; a backslash takes what follows as it is. */
  private String upTo(String stops) {
    StringBuilder read = new StringBuilder();
    for (; at < text.length() && stops.indexOf(text.charAt(at)) < 0; at++) {
      if (text.charAt(at) == '\\' && ++at == text.length()) {
        break;
      }
      read.append(text.charAt(at));
    }
    return read.toString();
  }

  private SetSyntaxException error(int offset, String cause, String hint) {
    return new SetSyntaxException(argument, offset, cause, hint);
  }
}
