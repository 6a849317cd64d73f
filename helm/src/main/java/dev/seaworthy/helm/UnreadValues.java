package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.values.DependencyKeys;
import dev.seaworthy.helm.values.SchemaKeys;
import dev.seaworthy.helm.values.UnreadKey;
import dev.seaworthy.helm.values.ValueReads;
import dev.seaworthy.helm.values.ValuesFile;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.UnreadValue;
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
    Optional<Set<String>> read = ValueReads.topLevelKeys(values.templates(), own, texts);
    Optional<SourceText> schema = chart.file(SCHEMA).flatMap(ChartFile::text);
    Optional<Set<String>> declared =
        schema.map(SchemaKeys::declared).orElseGet(() -> Optional.of(Set.of()));
    return read.isEmpty() || declared.isEmpty()
        ? List.of()
        : unread(files, all(read.get(), declared.get()));
  }

  private static List<UnreadValue> unread(List<ValuesFile> files, Set<String> read) {
    return files.stream()
        .flatMap(file -> UnreadKey.of(file, read).stream())
        .map(key -> new UnreadValue(key.name(), key.location(), key.nearest()))
        .toList();
  }

  /** With what Helm itself reads for dependencies. */
  private Set<String> all(Set<String> read, Set<String> declared) {
    Set<String> all = new TreeSet<>(read);
    all.addAll(declared);
    ChartValues.dependencies(values.chart()).stream()
        .map(DependencyKeys::keys)
        .forEach(all::addAll);
    values.chart().subcharts().forEach(subchart -> all.add(subchart.name()));
    return all;
  }
}
