package dev.seaworthy.helm.chart;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.Span;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A mapping whose fields are text, as Helm reads its own files. */
record YamlFields(SourceText source, YamlMapping mapping) {

  /** The text of a field; a number or a boolean is taken for text, as Helm does. */
  Optional<String> text(String name) {
    return mapping.get(name).flatMap(YamlFields::text).filter(text -> !text.isEmpty());
  }

  /** The texts of a list. */
  List<String> texts(String name) {
    return items(name).stream().flatMap(item -> text(item).stream()).toList();
  }

  /** The mappings of a list; what is no mapping is left out. */
  List<YamlFields> mappings(String name) {
    return items(name).stream()
        .filter(YamlMapping.class::isInstance)
        .map(item -> new YamlFields(source, (YamlMapping) item))
        .toList();
  }

  private List<YamlNode> items(String name) {
    return mapping
        .get(name)
        .filter(YamlSequence.class::isInstance)
        .map(list -> ((YamlSequence) list).items().stream().map(YamlNode::resolved).toList())
        .orElse(List.of());
  }

  /** Where a field is written, or the mapping if it is not. */
  Span span(String name) {
    YamlNode node = mapping.get(name).orElse(mapping);
    return source.span(node.start(), node.end());
  }

  Location location(String name) {
    return Location.exact(source.name(), span(name));
  }

  private static Optional<String> text(YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
      return Optional.empty();
    }
    if (scalar.type() == ScalarType.BOOLEAN) {
      return scalar.booleanValue().map(String::valueOf);
    }
    return Optional.of(
        scalar.numberValue().flatMap(number -> decimal(number.toString())).orElse(scalar.text()));
  }

  /** Helm makes text of the number, not of what was written: {@code 1.10} is {@code 1.1}. */
  private static Optional<String> decimal(String number) {
    try {
      return Optional.of(new BigDecimal(number).stripTrailingZeros().toPlainString());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
