package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartDependency;
import dev.seaworthy.helm.values.SetParser;
import dev.seaworthy.helm.values.SetSyntaxException;
import dev.seaworthy.helm.values.SetValue;
import dev.seaworthy.helm.values.ValueKind;
import dev.seaworthy.helm.values.ValueLayers;
import dev.seaworthy.helm.values.ValuePlace;
import dev.seaworthy.helm.values.ValueTracer;
import dev.seaworthy.helm.values.ValuesFile;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values of one scenario, for a chart and each of its subcharts. */
final class ScenarioValues {

  /** The booleans of YAML 1.1 that are false. */
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n");

  private final ChartValues chart;
  private final List<ValuesFile> files;
  private final List<ValuesFile> charts = new ArrayList<>();
  private final Map<String, ValueLayers> byChart = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * @throws SetSyntaxException if a single value is not written as Helm wants it
   */
  ScenarioValues(ChartValues chart, Scenario scenario) throws SetSyntaxException {
    this.chart = chart;
    files = scenario.values().stream().map(ValuesFile::read).toList();
    files.forEach(file -> names.add(file.source().name()));
    List<SetValue> sets = new ArrayList<>();
    for (boolean asText : new boolean[] {false, true}) {
      for (var argument : scenario.sets()) {
        if (argument.asText() == asText) {
          sets.addAll(SetParser.parse(argument));
        }
      }
    }
    Chart outermost = chart.chart();
    List<List<String>> imported = ChartValues.imported(outermost);
    add(outermost, outermost.name(), ValueLayers.of(own(outermost), files, sets, imported));
  }

  private void add(Chart any, String path, ValueLayers layers) {
    byChart.put(path, layers);
    for (Chart.Subchart subchart : any.subcharts()) {
      Chart inner = subchart.chart();
      add(
          inner,
          path + "/charts/" + subchart.name(),
          layers.forSubchart(subchart.name(), own(inner), ChartValues.imported(inner)));
    }
  }

  private Optional<ValuesFile> own(Chart any) {
    Optional<ValuesFile> own = chart.own(any);
    own.ifPresent(file -> names.add(file.source().name()));
    own.ifPresent(charts::add);
    return own;
  }

  /** Why values files cannot be read, those of charts too. */
  List<Problem> problems() {
    return Stream.concat(files.stream(), charts.stream())
        .flatMap(file -> file.problems().stream())
        .toList();
  }

  /** The values files of the scenario, without those of charts. */
  List<ValuesFile> files() {
    return files;
  }

  /** The names of all files with values. */
  Set<String> fileNames() {
    return names;
  }

  /**
   * Whether the outermost chart's values switch a dependency of it off: by the first of its
   * conditions that is a boolean. What tags would say is not looked at.
   */
  boolean switchOff(ChartDependency dependency) {
    ValueLayers all = byChart.values().iterator().next();
    for (String condition : dependency.condition().orElse("").split(",")) {
      Optional<ValuePlace> value = all.find(List.of(condition.strip().split("\\.")));
      if (value.isPresent() && value.get().kind() == ValueKind.BOOLEAN) {
        return FALSE.contains(value.get().text().toLowerCase(Locale.ROOT));
      }
    }
    return false;
  }

  /** Where a value is set, or the nearest one around it, as the outermost chart has it. */
  Optional<Location> whatSets(List<String> path) {
    ValueLayers all = byChart.values().iterator().next();
    for (int length = path.size(); length > 0; length--) {
      Optional<Location> found =
          all.find(path.subList(0, length)).flatMap(value -> value.origin().location());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What a chart sees, by the name that Helm gives the chart, such as {@code web/charts/cache}. */
  Optional<ValueLayers> of(String chart) {
    return Optional.ofNullable(byChart.get(chart));
  }

  /** Tells which values decide a field of what a template renders to. */
  TemplateMap.ValueTrace trace(String template) {
    Optional<ValueLayers> layers = ofTemplate(template);
    return (output, field) ->
        layers.isEmpty()
            ? List.of()
            : new ValueTracer(chart.templates(), layers.get()).trace(output, field);
  }

  /** What a template sees, by the name that Helm gives it. */
  Optional<ValueLayers> ofTemplate(String name) {
    int templates = name.lastIndexOf("/templates/");
    return templates < 0 ? Optional.empty() : of(name.substring(0, templates));
  }
}
