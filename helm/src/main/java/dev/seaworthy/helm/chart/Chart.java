package dev.seaworthy.helm.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A Helm chart, in memory, with the charts that it depends on.
 *
 * @param name the name in its {@code Chart.yaml}
 * @param label how results refer to its folder or archive
 * @param kind what it is for
 * @param metadata what its {@code Chart.yaml} says
 * @param files its files, sorted by path: without those of its dependencies, and without those that
 *     its {@code .helmignore} leaves out
 * @param dependencies the charts in its {@code charts} folder, and those beside it that it declares
 *     with {@code file://}; whether they are used is for {@link #subcharts()}
 */
public record Chart(
    String name,
    String label,
    ChartKind kind,
    ChartMetadata metadata,
    List<ChartFile> files,
    List<Chart> dependencies) {

  private static final String CHARTS = "charts/";
  private static final String TEMPLATES = "templates/";

  public Chart {
    files = files.stream().sorted(Comparator.comparing(ChartFile::path)).toList();
    dependencies = List.copyOf(dependencies);
  }

  /**
   * A dependency as its parent uses it. One chart can be used several times, under aliases.
   *
   * @param name the key of its values, and its name in the names of templates
   * @param chart the chart
   * @param declaration where the parent declares it; empty for a chart that just lies in the {@code
   *     charts} folder
   */
  public record Subchart(String name, Chart chart, Optional<ChartDependency> declaration) {}

  /** The files under {@code templates/}, notes and partials among them, sorted by path. */
  public List<ChartFile> templates() {
    return files.stream().filter(file -> file.path().startsWith(TEMPLATES)).toList();
  }

  /** The file with a path in this chart. */
  public Optional<ChartFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /**
   * The dependencies as Helm uses them, unless conditions or tags switch them off: first those that
   * no declaration means, then those that are declared, under their aliases. A declaration takes
   * the first chart with its name and a version in its range.
   */
  public List<Subchart> subcharts() {
    List<Subchart> subcharts = new ArrayList<>();
    for (Chart chart : dependencies) {
      if (metadata.dependencies().stream().noneMatch(declared -> declared.accepts(chart))) {
        subcharts.add(new Subchart(chart.name(), chart, Optional.empty()));
      }
    }
    for (ChartDependency declared : metadata.dependencies()) {
      dependencies.stream()
          .filter(declared::accepts)
          .findFirst()
          .map(chart -> new Subchart(declared.usedAs(), chart, Optional.of(declared)))
          .ifPresent(subcharts::add);
    }
    return List.copyOf(subcharts);
  }

  /**
   * The file behind the name that Helm gives it when it renders this chart, such as {@code
   * web/templates/a.yaml}, or {@code web/charts/cache/templates/b.yaml} for a dependency whose name
   * or alias is {@code cache}.
   */
  public Optional<ChartFile> resolve(String helmName) {
    return helmName.startsWith(name + "/")
        ? inside(helmName.substring(name.length() + 1))
        : Optional.empty();
  }

  private Optional<ChartFile> inside(String path) {
    if (!path.startsWith(CHARTS)) {
      return file(path);
    }
    String rest = path.substring(CHARTS.length());
    for (Subchart subchart : subcharts()) {
      if (rest.startsWith(subchart.name() + "/")) {
        Optional<ChartFile> found =
            subchart.chart().inside(rest.substring(subchart.name().length() + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return file(path);
  }

  /** Returns the label. */
  @Override
  public String toString() {
    return label;
  }
}
