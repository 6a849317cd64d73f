package dev.seaworthy.config;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Range;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the section {@code params} of rules. */
final class ParameterReader {

  private final RuleCatalog catalog;
  private final Map<String, Map<String, ParameterValue>> values = new LinkedHashMap<>();

  ParameterReader(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /** What was read, by the name of the parameter, by the id of the rule. */
  Map<String, Map<String, ParameterValue>> values() {
    return values;
  }

  /**
   * @param rules the id, name or pattern that the section belongs to
   */
  void read(String rules, Value params) {
    Optional<Section> section = params.section("Write the names of parameters as its keys.");
    if (section.isEmpty()) {
      return;
    }
    for (RuleMetadata rule : catalog.matching(rules)) {
      if (rule.parameters().isEmpty()) {
        params.invalid("rule '" + rule.id() + "' has no parameters", "Remove 'params'.");
        continue;
      }
      for (YamlEntry entry : section.get().entries()) {
        read(rule, section.get(), entry);
      }
    }
  }

  private void read(RuleMetadata rule, Section section, YamlEntry entry) {
    Optional<RuleParameter> parameter = rule.parameter(entry.name());
    if (parameter.isEmpty()) {
      List<String> names = rule.parameters().stream().map(RuleParameter::name).toList();
      section.unknown(entry, names);
      return;
    }
    section
        .value(entry)
        .flatMap(value -> read(value, parameter.get().defaultValue()))
        .ifPresent(
            value ->
                values
                    .computeIfAbsent(rule.id(), id -> new LinkedHashMap<>())
                    .put(entry.name(), value));
  }

  private static Optional<ParameterValue> read(Value value, ParameterValue type) {
    if (type instanceof ParameterValue.Flag) {
      return value.bool().map(ParameterValue.Flag::new);
    }
    if (type instanceof ParameterValue.Whole) {
      OptionalLong whole =
          value.node() instanceof YamlScalar scalar ? scalar.longValue() : OptionalLong.empty();
      return whole.isPresent()
          ? Optional.of(new ParameterValue.Whole(whole.getAsLong()))
          : value.wrong(type.typeName(), "Write a number.");
    }
    if (type instanceof ParameterValue.Text) {
      return value.text().map(ParameterValue.Text::new);
    }
    if (type instanceof ParameterValue.Ranges) {
      List<Range> ranges = new ArrayList<>();
      value.items().forEach(item -> range(item).ifPresent(ranges::add));
      return Optional.of(new ParameterValue.Ranges(ranges));
    }
    List<String> texts = new ArrayList<>();
    value.items().forEach(item -> item.text().ifPresent(texts::add));
    return Optional.of(new ParameterValue.Texts(texts));
  }

  private static Optional<Range> range(Value item) {
    Optional<Range> range =
        item.node() instanceof YamlScalar scalar ? Range.parse(scalar.text()) : Optional.empty();
    return range.isPresent()
        ? range
        : item.wrong("a range of whole numbers", "Write '1000-2000', or a number alone.");
  }
}
