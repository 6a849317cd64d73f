package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.values.DependencyKeys;
import dev.seaworthy.helm.values.ParsedTemplates;
import dev.seaworthy.helm.values.ValuesFile;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a chart and its dependencies say of values themselves, read once for all scenarios. */
final class ChartValues {

  private static final String VALUES = "values.yaml";
  private static final List<String> DECLARING = List.of("Chart.yaml", "requirements.yaml");

  private final Chart chart;
  private final Map<Chart, Optional<ValuesFile>> own = new IdentityHashMap<>();
  private Optional<ParsedTemplates> templates = Optional.empty();

  ChartValues(Chart chart) {
    this.chart = chart;
  }

  Chart chart() {
    return chart;
  }

  /** The values that a chart brings along. */
  Optional<ValuesFile> own(Chart any) {
    return own.computeIfAbsent(
        any, unused -> any.file(VALUES).flatMap(ChartFile::text).map(ValuesFile::read));
  }

  /** What the dependencies of a chart have to do with its values. */
  static List<DependencyKeys> dependencies(Chart any) {
    return DECLARING.stream()
        .map(any::file)
        .flatMap(Optional::stream)
        .map(ChartFile::text)
        .flatMap(Optional::stream)
        .map(DependencyKeys::read)
        .toList();
  }

  /** Where a chart takes values from its dependencies; an empty path for all of them. */
  static List<List<String>> imported(Chart any) {
    return dependencies(any).stream().flatMap(keys -> keys.imported().stream()).toList();
  }

  /** All templates; read when somebody asks. */
  synchronized ParsedTemplates templates() {
    ParsedTemplates parsed = templates.orElseGet(() -> ParsedTemplates.of(sources(chart)));
    templates = Optional.of(parsed);
    return parsed;
  }

  private static List<SourceText> sources(Chart any) {
    List<SourceText> sources = new ArrayList<>();
    any.templates().stream().map(ChartFile::text).flatMap(Optional::stream).forEach(sources::add);
    any.dependencies().forEach(dependency -> sources.addAll(sources(dependency)));
    return sources;
  }
}
