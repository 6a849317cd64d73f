package dev.seaworthy.rego.syntax;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNull;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** YAML 1.2 as values; unlike Kubernetes, OPA takes {@code yes} for a string. */
final class MetadataValues {

  private MetadataValues() {}

  static RegoValue of(YamlNode node) {
    YamlNode resolved = node.resolved();
    if (resolved instanceof YamlMapping mapping) {
      RegoObject.Builder object = RegoObject.builder();
      for (YamlEntry entry : mapping.entries()) {
        object.put(entry.key().text(), of(entry.value()));
      }
      return object.build();
    }
    if (resolved instanceof YamlSequence list) {
      List<RegoValue> items = new ArrayList<>();
      for (YamlNode item : list.items()) {
        items.add(of(item));
      }
      return RegoArray.of(items);
    }
    return of((YamlScalar) resolved);
  }

  private static RegoValue of(YamlScalar scalar) {
    return switch (scalar.type()) {
      case NULL -> RegoNull.NULL;
      case BOOLEAN -> bool(scalar);
      case INTEGER, FLOAT -> number(scalar);
      case STRING -> new RegoString(scalar.text());
    };
  }

  private static RegoValue bool(YamlScalar scalar) {
    String text = scalar.text().toLowerCase(Locale.ROOT);
    boolean known = text.equals("true") || text.equals("false");
    return known ? RegoBoolean.of(text.equals("true")) : new RegoString(scalar.text());
  }

  private static RegoValue number(YamlScalar scalar) {
    Number number = scalar.numberValue().orElseThrow();
    boolean finite = !(number instanceof Double) || Double.isFinite(number.doubleValue());
    return finite ? RegoNumber.of(number) : new RegoString(scalar.text());
  }
}
