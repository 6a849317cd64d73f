package dev.seaworthy.config;

import dev.seaworthy.config.HelmSettings.ChartSettings;
import dev.seaworthy.config.HelmSettings.ScenarioSettings;
import dev.seaworthy.config.HelmSettings.SetSetting;
import dev.seaworthy.yaml.ScalarType;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the section {@code helm}: how charts are rendered, and with which values. */
final class HelmReader {

  private static final String NATIVE = "native";
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern RELEASE = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
  private static final int MAX_RELEASE = 53;
  private static final Pattern NAMESPACE = Pattern.compile(LABEL);
  private static final int MAX_NAMESPACE = 63;

  private final Path file;
  private final PathPatterns patterns;
  private final ErrorCollector errors;

  /**
   * @param file the configuration file, absolute
   */
  HelmReader(Path file, PathPatterns patterns, ErrorCollector errors) {
    this.file = file;
    this.patterns = patterns;
    this.errors = errors;
  }

  HelmSettings read(Section section) {
    Optional<String> binary =
        section
            .value("engine")
            .flatMap(Value::text)
            .filter(engine -> !engine.equals(NATIVE))
            .map(this::program);
    Optional<String> release = section.value("releaseName").flatMap(HelmReader::releaseName);
    Optional<String> namespace = section.value("namespace").flatMap(HelmReader::namespace);
    Optional<Value> apiVersions = section.value("apiVersions");
    if (binary.isEmpty()) {
      apiVersions.ifPresent(
          value ->
              value.invalid(
                  "'apiVersions' has no effect on the engine 'native'",
                  "Name a helm program as the engine, such as 'engine: helm'."));
    }
    List<ChartSettings> charts =
        items(section.value("charts")).stream().flatMap(item -> chart(item).stream()).toList();
    section.end();
    List<String> versions =
        items(apiVersions).stream().flatMap(item -> item.text().stream()).toList();
    return new HelmSettings(binary, release, namespace, versions, charts);
  }

  /** A name alone is looked for where programs lie; anything else is a path. */
  private String program(String written) {
    Path program = Path.of(written);
    return program.getNameCount() == 1 && !program.isAbsolute()
        ? written
        : file.resolveSibling(program).normalize().toString();
  }

  private Optional<ChartSettings> chart(Value item) {
    return item.section("Say which charts, such as 'chart: deploy/*', and their 'scenarios'.")
        .map(this::chart);
  }

  private ChartSettings chart(Section section) {
    Optional<String> pattern = section.value("chart").flatMap(HelmReader::pattern);
    ChartSettings settings =
        new ChartSettings(
            pattern.map(this::charts).orElse(chart -> true),
            section.value("releaseName").flatMap(HelmReader::releaseName),
            section.value("namespace").flatMap(HelmReader::namespace),
            scenarios(section.value("scenarios")));
    section.end();
    return settings;
  }

  private static Optional<String> pattern(Value value) {
    Optional<String> pattern = Formats.pattern(value);
    return pattern.filter(text -> text.startsWith("!")).isEmpty()
        ? pattern
        : value.invalid(
            "pattern " + Value.quoted(pattern.get()) + " names no chart",
            "Leave the '!' out: there is nothing before it to make an exception from.");
  }

  /** A chart is meant if its description would be, so that patterns for folders work as well. */
  private Predicate<String> charts(String pattern) {
    Predicate<String> files = patterns.files(pattern);
    return chart -> files.test(chart + "/Chart.yaml");
  }

  private List<ScenarioSettings> scenarios(Optional<Value> list) {
    List<Value> items = items(list);
    if (list.filter(HelmReader::isEmptyList).isPresent()) {
      list.get().invalid("'scenarios' is empty", "Describe a scenario, or remove the key.");
    }
    Set<String> names = new HashSet<>();
    List<ScenarioSettings> scenarios = new ArrayList<>();
    for (Value item : items) {
      item.section("Give it a 'name', and 'values' or 'set'.")
          .flatMap(section -> scenario(item, section, names))
          .ifPresent(scenarios::add);
    }
    return scenarios;
  }

  private Optional<ScenarioSettings> scenario(Value item, Section section, Set<String> names) {
    Optional<Value> nameValue = section.value("name");
    Optional<String> name = nameValue.flatMap(Value::text);
    List<Path> values =
        items(section.value("values")).stream()
            .flatMap(value -> value.text().stream())
            .map(path -> file.resolveSibling(path).normalize())
            .toList();
    List<SetSetting> sets =
        section
            .value("set")
            .flatMap(value -> value.section("Write paths as its keys, such as 'image.tag: v1'."))
            .map(this::sets)
            .orElse(List.of());
    section.end();
    if (nameValue.isEmpty()) {
      return item.invalid("a scenario has no name", "Give it one, such as 'name: production'.");
    }
    if (name.isPresent() && !names.add(name.get())) {
      return nameValue
          .get()
          .invalid(
              "scenario " + Value.quoted(name.get()) + " is there twice", "Give it another name.");
    }
    return name.map(text -> new ScenarioSettings(text, values, sets, item.location()));
  }

  private List<SetSetting> sets(Section section) {
    return section.entries().stream().flatMap(entry -> set(entry).stream()).toList();
  }

  private Optional<SetSetting> set(YamlEntry entry) {
    String path = entry.key().text();
    Value value = new Value(Value.quoted(path), entry.value().resolved(), errors);
    if (!(value.node() instanceof YamlScalar scalar)) {
      return value.wrong(
          "a single value",
          "Write the whole path as the key, such as 'image.tag', and lists in a values file.");
    }
    Optional<String> written = written(scalar);
    if (written.isEmpty()) {
      return value.wrong("text, a whole number, true or false", "Put it in quotes.");
    }
    boolean text = scalar.type() == ScalarType.STRING;
    return Optional.of(new SetSetting(path, written.get(), text, errors.location(entry.key())));
  }

  private static Optional<String> written(YamlScalar scalar) {
    return switch (scalar.type()) {
      case STRING -> Optional.of(scalar.text());
      case NULL -> Optional.of("null");
      case BOOLEAN -> scalar.booleanValue().map(String::valueOf);
      case INTEGER ->
          scalar.longValue().isPresent()
              ? Optional.of(Long.toString(scalar.longValue().getAsLong()))
              : Optional.empty();
      case FLOAT -> Optional.empty();
    };
  }

  private static Optional<String> releaseName(Value value) {
    return name(value, RELEASE, MAX_RELEASE, "name of a release");
  }

  private static Optional<String> namespace(Value value) {
    return name(value, NAMESPACE, MAX_NAMESPACE, "name of a namespace");
  }

  private static Optional<String> name(Value value, Pattern pattern, int length, String what) {
    return value
        .text()
        .flatMap(
            text ->
                text.length() <= length && pattern.matcher(text).matches()
                    ? Optional.of(text)
                    : value.invalid(
                        Value.quoted(text) + " is no " + what,
                        "Write at most "
                            + length
                            + " small letters, digits and hyphens, such as 'web-1'."));
  }

  private static boolean isEmptyList(Value value) {
    return value.node() instanceof YamlSequence list && list.items().isEmpty();
  }

  private static List<Value> items(Optional<Value> list) {
    return list.map(Value::items).orElse(List.of());
  }
}
