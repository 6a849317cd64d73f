package dev.seaworthy.config;

import dev.seaworthy.engine.ConfiguredIgnore;
import dev.seaworthy.yaml.YamlScalar;
import java.util.Optional;

/** Reads one item of a rule's {@code ignore} list. */
final class IgnoreReader {

  private final PathPatterns patterns;

  IgnoreReader(PathPatterns patterns) {
    this.patterns = patterns;
  }

  /**
   * @param rule the rule, as written
   * @param item a pattern for files, or a mapping of conditions
   */
  Optional<ConfiguredIgnore> read(String rule, Value item) {
    if (item.node() instanceof YamlScalar) {
      return path(item).map(path -> ofPath(rule, item, path));
    }
    return item.section("Write a path pattern, or conditions such as 'kind' and 'name'.")
        .flatMap(section -> ofConditions(rule, item, section));
  }

  private ConfiguredIgnore ofPath(String rule, Value item, String path) {
    return new ConfiguredIgnore(
        rule,
        Optional.of(patterns.files(path)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        patterns.isAnalysed(Optional.of(path)),
        item.location());
  }

  private Optional<ConfiguredIgnore> ofConditions(String rule, Value item, Section section) {
    Optional<String> path = section.value("path").flatMap(IgnoreReader::path);
    ConfiguredIgnore ignore =
        new ConfiguredIgnore(
            rule,
            path.map(patterns::files),
            section.value("kind").flatMap(Value::text),
            section.value("name").flatMap(Value::text),
            section.value("namespace").flatMap(Value::text),
            section.value("container").flatMap(Value::text),
            section.value("reason").flatMap(Value::text).orElse(""),
            section.value("expires").flatMap(Formats::date),
            patterns.isAnalysed(path),
            item.location());
    section.end();
    return section.isEmpty()
        ? item.invalid(item.name() + " is empty", "Say what to ignore, and why.")
        : Optional.of(ignore);
  }

  private static Optional<String> path(Value value) {
    Optional<String> pattern = Formats.pattern(value);
    return pattern.filter(text -> text.startsWith("!")).isEmpty()
        ? pattern
        : value.invalid(
            "pattern '" + pattern.get() + "' ignores nothing",
            "Leave the '!' out: there is nothing before it to make an exception from.");
  }
}
