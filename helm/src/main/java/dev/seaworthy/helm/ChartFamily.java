package dev.seaworthy.helm;

import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartDependency;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.chart.ChartKind;
import dev.seaworthy.helm.chart.ChartLimits;
import dev.seaworthy.helm.chart.ChartLoader;
import dev.seaworthy.helm.chart.Loaded;
import dev.seaworthy.helm.chart.MissingDependency;
import dev.seaworthy.helm.render.DependencyUpdate;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.HelmChart;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A chart that was found, with the charts in it, on the way to what it renders to. */
final class ChartFamily {

  private final HelmChart outermost;
  private final List<HelmChart> members;
  private final Set<String> discovered;
  private final Set<String> listed;
  private final Set<String> exporting = new LinkedHashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<InventoryEntry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param members the chart, and those that were found in its {@code charts} folder
   * @param discovered the names of all charts that were found
   */
  ChartFamily(HelmChart outermost, List<HelmChart> members, Set<String> discovered) {
    this.outermost = outermost;
    this.members = members;
    this.discovered = discovered;
    this.listed =
        members.stream()
            .flatMap(chart -> chart.templates().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * What came of a family.
   *
   * @param exporting the labels of the charts whose values others import
   */
  record Expanded(Discovery discovery, Set<String> exporting) {}

  Expanded expand(HelmEngine engine, ScenarioSource scenarios, HelmOptions options) {
    Discovery discovery = discovery(engine, scenarios, options);
    return new Expanded(discovery, exporting);
  }

  private Discovery discovery(HelmEngine engine, ScenarioSource scenarios, HelmOptions options) {
    Path boundary = boundary(outermost.location());
    Loaded loaded = load(boundary);
    if (options.updateDependencies() && !loaded.missing().isEmpty()) {
      loaded = updated(engine, loaded, boundary);
    }
    if (outermost.form() == HelmChart.Form.FOUND_PACKAGE && !loaded.isChart()) {
      entries.add(InventoryEntry.skipped(outermost.name(), "no Helm chart"));
      return discovery(List.of());
    }
    problems.addAll(loaded.problems());
    if (loaded.chart().isEmpty()) {
      failAll("the chart cannot be read");
      return discovery(List.of());
    }
    Chart chart = loaded.chart().get();
    collectExporting(chart);
    if (chart.kind() == ChartKind.LIBRARY) {
      listed.forEach(
          label ->
              entries.add(
                  InventoryEntry.skipped(
                      label, "of a library chart: judged where another chart uses it")));
      return discovery(List.of());
    }
    return render(chart, loaded, engine, scenarios, options);
  }

  private void collectExporting(Chart chart) {
    boolean imports = !ChartValues.imported(chart).isEmpty();
    for (Chart dependency : chart.dependencies()) {
      if (imports) {
        exporting.add(dependency.label());
      }
      collectExporting(dependency);
    }
  }

  private Loaded load(Path boundary) {
    return new ChartLoader(ChartLimits.DEFAULT)
        .load(outermost.location(), outermost.name(), boundary);
  }

  /** Fetches what is missing, as the user asked for, and reads the chart again. */
  private Loaded updated(HelmEngine engine, Loaded before, Path boundary) {
    if (isPackage()) {
      return before;
    }
    DependencyUpdate update = engine.updateDependencies(outermost.location());
    if (!update.successful()) {
      problems.add(
          Problem.of(
              ProblemKind.HELM_RENDER,
              outermost.name() + "/Chart.yaml",
              "the dependencies of chart '"
                  + outermost.name()
                  + "' cannot be fetched: "
                  + update.message(),
              "See whether the repositories can be reached from here."));
    }
    return load(boundary);
  }

  private Discovery render(
      Chart chart,
      Loaded loaded,
      HelmEngine engine,
      ScenarioSource scenarios,
      HelmOptions options) {
    List<ChartDependency> missing =
        loaded.missing().stream().map(MissingDependency::dependency).toList();
    try (ChartWorkspace workspace = new ChartWorkspace(chart, options.temporaryFolder(), missing)) {
      ChartExpansion expansion = new ChartExpansion(chart, workspace, engine, options);
      List<Scenario> wanted = scenarios.of(chart, loaded.ciValues());
      expansion.render(wanted);
      problems.addAll(expansion.problems());
      for (MissingDependency gone : loaded.missing()) {
        boolean own = gone.chart().equals(chart.label());
        if (own && expansion.isSwitchedOff(gone.dependency())) {
          entries.add(unused(gone));
        } else {
          problems.add(missing(gone));
        }
      }
      Rendering rendering = expansion.rendering(this::isWanted);
      account(chart, rendering, expansion, loaded);
      return discovery(List.of(rendering));
    } catch (IOException e) {
      problems.add(
          Problem.of(
              ProblemKind.HELM_RENDER,
              outermost.name() + "/Chart.yaml",
              "chart '" + outermost.name() + "' cannot be copied for the engine: " + e.getMessage(),
              "Make room in the folder for temporary files, and let this user write there."));
      failAll("the chart cannot be copied for the engine");
      return discovery(List.of());
    }
  }

  private InventoryEntry unused(MissingDependency gone) {
    String name = gone.dependency().usedAs();
    return InventoryEntry.skipped(
        gone.chart() + "/charts/" + name + "/",
        "dependency '" + name + "' is missing, and no scenario switches it on");
  }

  private Problem missing(MissingDependency gone) {
    return Problem.at(
        ProblemKind.HELM_RENDER,
        gone.dependency().place().file(),
        gone.dependency().place().span(),
        "dependency '"
            + gone.dependency().name()
            + "' of chart '"
            + gone.chart()
            + "' is missing, so nothing of it was analysed: "
            + gone.reason(),
        gone.hint());
  }

  /** Templates that were excluded from the analysis are rendered, but not judged. */
  private boolean isWanted(String label) {
    return listed.contains(label)
        || members.stream().noneMatch(chart -> label.startsWith(chart.name() + "/templates/"));
  }

  /** A chart that others lead to by {@code file://} may be one that was found by itself. */
  private boolean isOfAnotherFamily(String label) {
    return !listed.contains(label)
        && discovered.stream().anyMatch(chart -> label.startsWith(chart + "/templates/"));
  }

  private void failAll(String reason) {
    if (isPackage()) {
      entries.add(InventoryEntry.failed(outermost.name(), reason, 0));
    }
    for (HelmChart member : members) {
      member.templates().forEach(label -> entries.add(InventoryEntry.failed(label, reason, 0)));
      member
          .packagedCharts()
          .forEach(label -> entries.add(InventoryEntry.failed(label, reason, 0)));
    }
  }

  /** What the analysis of the rendering will not account for. */
  private void account(Chart chart, Rendering rendering, ChartExpansion expansion, Loaded loaded) {
    Set<String> accounted = new LinkedHashSet<>(rendering.failed().keySet());
    rendering.texts().forEach(text -> accounted.add(text.text().name()));
    Set<String> labels = new LinkedHashSet<>(listed);
    expansion.renderedTemplates().stream()
        .map(ChartFile::label)
        .filter(this::isWanted)
        .filter(label -> !isOfAnotherFamily(label))
        .forEach(labels::add);
    labels.removeAll(accounted);
    for (String label : labels) {
      Optional<InventoryEntry> known = loaded.entryOf(label);
      String reason =
          expansion.isReached(label)
              ? "renders to nothing in any scenario"
              : "of a chart that no scenario switches on";
      entries.add(InventoryEntry.skipped(label, known.map(InventoryEntry::reason).orElse(reason)));
    }
    List<String> packages = new ArrayList<>();
    members.forEach(member -> packages.addAll(member.packagedCharts()));
    if (isPackage()) {
      packages.add(outermost.name());
    }
    for (String packaged : packages) {
      entries.add(
          InventoryEntry.skipped(packaged, "packaged chart: its files are listed one by one"));
    }
    accountUndiscovered(chart);
  }

  private boolean isPackage() {
    return outermost.form() != HelmChart.Form.FOLDER;
  }

  /** The files of charts in archives, which no discovery has seen. */
  private void accountUndiscovered(Chart chart) {
    if (!discovered.contains(chart.label())) {
      for (ChartFile file : chart.files()) {
        if (file.path().startsWith("crds/") && file.path().matches(".*\\.(ya?ml|json)")) {
          sources.add(Source.of(file.label(), file.content()));
        } else if (!TemplateWrapper.isRendered(file)) {
          entries.add(InventoryEntry.skipped(file.label(), "part of Helm chart '" + chart + "'"));
        }
      }
    }
    chart.dependencies().forEach(this::accountUndiscovered);
  }

  private Discovery discovery(List<Rendering> renderings) {
    return new Discovery(sources, renderings, entries, problems);
  }

  /** The repository around a chart, or the folder that it lies in. */
  private static Path boundary(Path chart) {
    Path parent = chart.toAbsolutePath().normalize().getParent();
    for (Path folder = parent; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return parent == null ? chart : parent;
  }
}
