package dev.seaworthy.cli;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as {@code opa} does: indented by two spaces, members in the order they are given,
 * characters that mean something in HTML escaped.
 *
 * <p>A document consists of maps, lists, strings, numbers, booleans and values of Rego.
 */
final class Json {

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /** The document, without a line break at its end. */
  static String of(Object document) {
    Json json = new Json();
    json.write(document, 0);
    return json.out.toString();
  }

  /** A value on one line. */
  static String compact(RegoValue value) {
    return RegoText.json(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }

  private void write(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      members(map, depth);
    } else if (value instanceof RegoObject object) {
      members(RegoText.jsonMembers(object), depth);
    } else if (value instanceof List<?> list) {
      items(list.iterator(), depth);
    } else if (value instanceof RegoArray array) {
      items(array.iterator(), depth);
    } else if (value instanceof RegoSet set) {
      items(set.iterator(), depth);
    } else {
      out.append(scalar(value));
    }
  }

  private static String scalar(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return compact(value instanceof RegoValue rego ? rego : new RegoString((String) value));
  }

  private void members(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String separator = "{";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator);
      newLine(depth + 1);
      out.append(scalar(member.getKey())).append(": ");
      write(member.getValue(), depth + 1);
      separator = ",";
    }
    newLine(depth);
    out.append('}');
  }

  private void items(Iterator<?> items, int depth) {
    if (!items.hasNext()) {
      out.append("[]");
      return;
    }
    String separator = "[";
    while (items.hasNext()) {
      out.append(separator);
      newLine(depth + 1);
      write(items.next(), depth + 1);
      separator = ",";
    }
    newLine(depth);
    out.append(']');
  }

  private void newLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
