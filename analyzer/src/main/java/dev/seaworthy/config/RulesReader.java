package dev.seaworthy.config;

import dev.seaworthy.engine.ConfiguredIgnore;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Suggestions;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code rules}: which rules run, how bad they are, what they are to ignore. */
final class RulesReader {

  /** From worst to least. */
  private static final List<Severity> SEVERITIES =
      List.of(Severity.values()).stream().sorted(Comparator.reverseOrder()).toList();

  private final RuleCatalog catalog;
  private final IgnoreReader ignoreReader;
  private final ParameterReader parameters;
  private final Map<String, Boolean> enabled = new LinkedHashMap<>();
  private final Map<String, Severity> severities = new LinkedHashMap<>();
  private final List<ConfiguredIgnore> ignores = new ArrayList<>();

  RulesReader(RuleCatalog catalog, IgnoreReader ignoreReader) {
    this.catalog = catalog;
    this.ignoreReader = ignoreReader;
    this.parameters = new ParameterReader(catalog);
  }

  /** What runs, starting from a profile. */
  RuleSelection selection(Profile profile) {
    return new RuleSelection(profile, enabled, List.of(), List.of(), severities);
  }

  /** What is set of rules, by the name of the parameter, by the id of the rule. */
  Map<String, Map<String, ParameterValue>> parameters() {
    return parameters.values();
  }

  List<ConfiguredIgnore> ignores() {
    return ignores;
  }

  /** Reads all rules, those with the weakest names first: of two statements the later one wins. */
  void read(Section rules, ErrorCollector errors) {
    rules.entries().stream()
        .sorted(Comparator.comparingInt(entry -> strength(entry.name())))
        .forEach(entry -> read(rules, entry, errors));
    ignores.sort(Comparator.comparing(ConfiguredIgnore::location));
  }

  private void read(Section rules, YamlEntry entry, ErrorCollector errors) {
    String name = entry.name();
    if (catalog.matching(name).isEmpty()) {
      errors.add(
          entry.key(),
          "there is no rule " + Value.quoted(name),
          Suggestions.question(name, catalog.names()) + "'seaworthy rules' lists all of them.");
    }
    rules
        .value(entry)
        .flatMap(value -> value.section(hint(value)))
        .ifPresent(section -> read(name, section));
  }

  private void read(String name, Section section) {
    section.value("enabled").flatMap(Value::bool).ifPresent(on -> enabled.put(name, on));
    section
        .value("severity")
        .flatMap(value -> value.oneOf(SEVERITIES))
        .ifPresent(severity -> severities.put(name, severity));
    section.value("ignore").map(Value::items).orElse(List.of()).stream()
        .flatMap(item -> ignoreReader.read(name, item).stream())
        .forEach(ignores::add);
    section.value("params").ifPresent(value -> parameters.read(name, value));
    section.end();
  }

  /** A pattern is weaker than another tool's name, and that is weaker than the id. */
  private int strength(String name) {
    if (name.contains("*")) {
      return 0;
    }
    return catalog.get(name).isPresent() ? 2 : 1;
  }

  /** What to write for the short forms that come to mind. */
  private static String hint(Value value) {
    Optional<YamlScalar> scalar =
        value.node() instanceof YamlScalar written ? Optional.of(written) : Optional.empty();
    return scalar
        .flatMap(YamlScalar::booleanValue)
        .map(on -> "Write {enabled: " + on + "}.")
        .or(
            () ->
                scalar
                    .flatMap(text -> Severity.of(text.text()))
                    .map(severity -> "Write {severity: " + severity + "}."))
        .orElse("Write its settings as keys, such as {enabled: false}.");
  }
}
