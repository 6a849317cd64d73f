package dev.seaworthy.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes nodes as the JSON that Go's {@code encoding/json} makes of the same values. */
final class KubernetesJson {

  private final StringBuilder out = new StringBuilder();

  private KubernetesJson() {}

  static String of(YamlNode node) {
    KubernetesJson writer = new KubernetesJson();
    writer.write(node.resolved());
    return writer.out.toString();
  }

  private void write(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      writeMapping(mapping);
    } else if (node instanceof YamlSequence sequence) {
      writeSequence(sequence);
    } else {
      writeScalar((YamlScalar) node);
    }
  }

  private void writeMapping(YamlMapping mapping) {
    List<YamlEntry> sorted = new ArrayList<>(mapping.entries());
    sorted.sort(Comparator.comparing(YamlEntry::name));
    String separator = "{";
    for (YamlEntry entry : sorted) {
      out.append(separator);
      writeString(entry.name());
      out.append(':');
      write(entry.value().resolved());
      separator = ",";
    }
    out.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void writeSequence(YamlSequence sequence) {
    String separator = "";
    out.append('[');
    for (YamlNode item : sequence.items()) {
      out.append(separator);
      write(item.resolved());
      separator = ",";
    }
    out.append(']');
  }

  private void writeScalar(YamlScalar scalar) {
    switch (scalar.type()) {
      case NULL -> out.append("null");
      case BOOLEAN -> out.append(scalar.booleanValue().orElseThrow());
      case INTEGER -> out.append(scalar.numberValue().orElseThrow());
      case FLOAT -> out.append(number(scalar.numberValue().orElseThrow().doubleValue()));
      case STRING -> writeString(scalar.stringValue().orElseThrow());
    }
  }

  private static String number(double value) {
    double magnitude = Math.abs(value);
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    if (magnitude >= 1e-6 && magnitude < 1e21) {
      return exact.toPlainString();
    }
    String digits = exact.unscaledValue().toString();
    int point = digits.startsWith("-") ? 2 : 1;
    int exponent = digits.length() - point - exact.scale();
    String fraction = digits.length() > point ? "." + digits.substring(point) : "";
    return digits.substring(0, point) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
  }

  private void writeString(String text) {
    out.append('"');
    text.codePoints().forEach(this::writeCharacter);
    out.append('"');
  }

  private void writeCharacter(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean escaped = c < ' ' || "<>&\u2028\u2029".indexOf(c) >= 0;
        out.append(escaped ? String.format("\\u%04x", c) : Character.toString(c));
      }
    }
  }
}
