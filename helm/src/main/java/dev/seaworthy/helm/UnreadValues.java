package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.values.DependencyKeys;
import dev.seaworthy.helm.values.UnreadKey;
import dev.seaworthy.helm.values.ValueReads;
import dev.seaworthy.helm.values.ValuesFile;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.UnreadValue;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the values that are set for a chart and that nothing in it reads. Renders nothing. */
final class UnreadValues {

  private static final String SCHEMA = "values.schema.json";

  private final ChartValues values;

  UnreadValues(ChartValues values) {
    this.values = values;
  }

  /**
   * Those of the chart itself, and those of scenarios: whatever may be read in some way is none.
   *
   * @param scenarios the values files of scenarios
   */
  List<UnreadValue> find(Collection<SourceText> scenarios) {
    Chart chart = values.chart();
    List<ValuesFile> files = new ArrayList<>(values.own(chart).stream().toList());
    scenarios.forEach(text -> files.add(ValuesFile.read(text)));
    List<String> own =
        chart.templates().stream()
            .map(ChartFile::text)
            .flatMap(Optional::stream)
            .map(SourceText::name)
            .toList();
    List<String> texts = new ArrayList<>();
    chart.files().stream()
        .filter(file -> !file.path().startsWith("templates/"))
        .map(ChartFile::text)
        .flatMap(Optional::stream)
        .forEach(text -> texts.add(text.text()));
    scenarios.forEach(text -> texts.add(text.text()));
    return ValueReads.topLevelKeys(values.templates(), own, texts)
        .map(read -> unread(files, withOthers(read)))
        .orElse(List.of());
  }

  private static List<UnreadValue> unread(List<ValuesFile> files, Set<String> read) {
    return files.stream()
        .flatMap(file -> UnreadKey.of(file, read).stream())
        .map(key -> new UnreadValue(key.name(), key.location(), key.nearest()))
        .toList();
  }

  /** With what Helm itself reads, and what the schema declares. */
  private Set<String> withOthers(Set<String> read) {
    Chart chart = values.chart();
    Set<String> all = new TreeSet<>(read);
    ChartValues.dependencies(chart).stream().map(DependencyKeys::keys).forEach(all::addAll);
    chart.subcharts().forEach(subchart -> all.add(subchart.name()));
    chart
        .file(SCHEMA)
        .flatMap(ChartFile::text)
        .flatMap(text -> YamlReader.read(text).documents().stream().findFirst())
        .map(document -> document.root())
        .filter(YamlMapping.class::isInstance)
        .flatMap(root -> ((YamlMapping) root).get("properties"))
        .filter(YamlMapping.class::isInstance)
        .ifPresent(
            properties ->
                ((YamlMapping) properties).entries().forEach(entry -> all.add(entry.name())));
    return all;
  }
}
