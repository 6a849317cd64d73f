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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chart that was found, with the charts in it, on the way to what it renders to. */
final class ChartFamily {

  private static final String OF_LIBRARY = "of a library chart: judged where another chart uses it";

  private static final int MAX_TRACE = 60;

  private final HelmChart outermost;
  private final FamilyScope scope;
  private final Set<String> exporting = new LinkedHashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<InventoryEntry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  ChartFamily(HelmChart outermost, FamilyScope scope) {
    this.outermost = outermost;
    this.scope = scope;
  }

  /**
   * What came of a family.
   *
   * @param exporting the labels of the charts whose values others import
   */
  record Expanded(Discovery discovery, Set<String> exporting) {}

  Expanded expand(HelmEngine engine, ScenarioSource scenarios, HelmOptions options) {
    try {
      return new Expanded(discovery(engine, scenarios, options), exporting);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new Expanded(unexpected(e), exporting);
    }
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
      Stream.concat(scope.templates().stream(), scope.packages().stream())
          .map(label -> InventoryEntry.skipped(label, OF_LIBRARY))
          .forEach(entries::add);
      return discovery(List.of());
    }
    return render(chart, loaded, engine, scenarios, options);
  }

  /** A defect shows in one chart, and the others are analysed. */
  private Discovery unexpected(Throwable defect) {
    entries.clear();
    sources.clear();
    failAll("rendering it failed unexpectedly");
    problems.add(
        Problem.of(
                ProblemKind.INTERNAL_ERROR,
                outermost.name(),
                "rendering chart '" + outermost.name() + "' failed unexpectedly: " + defect,
                "This is a defect of the analyser: report it with the detail and, if you can, the"
                    + " chart. Until it is mended, exclude the chart.")
            .withDetail(stackTrace(defect)));
    return discovery(List.of());
  }

  private static String stackTrace(Throwable defect) {
    StringWriter trace = new StringWriter();
    defect.printStackTrace(new PrintWriter(trace));
    return trace.toString().lines().limit(MAX_TRACE).collect(Collectors.joining("\n"));
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
    if (outermost.form() != HelmChart.Form.FOLDER) {
      return before;
    }
    DependencyUpdate update = engine.updateDependencies(outermost.location());
    if (!update.successful()) {
      problems.add(
          Problem.of(
              ProblemKind.HELM_RENDER,
              chartYaml(),
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
      Rendering rendering = expansion.rendering(scope::isWanted);
      account(chart, rendering, expansion, loaded);
      return discovery(List.of(rendering));
    } catch (IOException e) {
      problems.add(
          Problem.of(
              ProblemKind.HELM_RENDER,
              chartYaml(),
              "chart '" + outermost.name() + "' cannot be copied for the engine: " + e.getMessage(),
              "Make room in the folder for temporary files, and let this user write there."));
      failAll("the chart cannot be copied for the engine");
      return discovery(List.of());
    }
  }

  private InventoryEntry unused(MissingDependency gone) {
    String name = gone.dependency().usedAs();
    return InventoryEntry.skipped(
        FamilyScope.prefix(gone.chart()) + "charts/" + name + "/",
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

  private void failAll(String reason) {
    Stream.concat(scope.templates().stream(), scope.packages().stream())
        .map(label -> InventoryEntry.failed(label, reason, 0))
        .forEach(entries::add);
  }

  /** What the analysis of the rendering will not account for. */
  private void account(Chart chart, Rendering rendering, ChartExpansion expansion, Loaded loaded) {
    Set<String> accounted = new LinkedHashSet<>(rendering.failed().keySet());
    rendering.texts().forEach(text -> accounted.add(text.text().name()));
    Set<String> labels = new LinkedHashSet<>(scope.templates());
    expansion.renderedTemplates().stream()
        .map(ChartFile::label)
        .filter(scope::isWanted)
        .filter(label -> !scope.isOfAnotherFamily(label))
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
    scope.packages().forEach(label -> entries.add(packaged(label, loaded)));
    accountUnfound(chart);
  }

  private static InventoryEntry packaged(String label, Loaded loaded) {
    return loaded.problems().stream()
        .filter(problem -> problem.file().filter(label::equals).isPresent())
        .findFirst()
        .map(problem -> InventoryEntry.failed(label, problem.message(), 0))
        .orElseGet(
            () -> InventoryEntry.skipped(label, "packaged chart: its files are listed one by one"));
  }

  /** The files of charts in archives, and of those beside, which no discovery has seen. */
  private void accountUnfound(Chart chart) {
    if (!scope.isFound(chart.label())) {
      chart.files().stream()
          .filter(file -> scope.isWanted(file.label()))
          .forEach(file -> accountUnfound(chart, file));
    }
    chart.dependencies().forEach(this::accountUnfound);
  }

  private void accountUnfound(Chart chart, ChartFile file) {
    if (file.path().startsWith("crds/") && file.path().matches(".*\\.(ya?ml|json)")) {
      sources.add(Source.of(file.label(), file.content()));
    } else if (!TemplateWrapper.isRendered(file)) {
      entries.add(InventoryEntry.skipped(file.label(), "part of Helm chart '" + chart + "'"));
    }
  }

  private String chartYaml() {
    return FamilyScope.prefix(outermost.name()) + AnyKubernetes.CHART_YAML;
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
