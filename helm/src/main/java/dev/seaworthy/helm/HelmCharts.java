package dev.seaworthy.helm;

import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.source.ChartExpander;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.HelmChart;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Renders the charts that a discovery comes across, for each of their scenarios. A chart in the
 * {@code charts} folder of another is rendered with that one.
 *
 * <p>Safe for use by several threads. The engine stays the caller's to close.
 */
public final class HelmCharts implements ChartExpander {

  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final HelmEngine engine;
  private final ScenarioSource scenarios;
  private final HelmOptions options;

  public HelmCharts(HelmEngine engine, ScenarioSource scenarios, HelmOptions options) {
    this.engine = engine;
    this.scenarios = scenarios;
    this.options = options;
  }

  /**
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  @Override
  public Discovery expand(List<HelmChart> charts) {
    Map<String, HelmChart> byName = new LinkedHashMap<>();
    charts.forEach(chart -> byName.put(chart.name(), chart));
    Map<String, List<HelmChart>> families = new LinkedHashMap<>();
    for (HelmChart chart : charts) {
      families.computeIfAbsent(outermost(chart, byName), key -> new ArrayList<>()).add(chart);
    }
    Set<String> folders =
        charts.stream()
            .filter(chart -> chart.form() == HelmChart.Form.FOLDER)
            .map(HelmChart::name)
            .collect(Collectors.toSet());
    List<Callable<ChartFamily.Expanded>> tasks = new ArrayList<>();
    families.forEach(
        (name, family) -> {
          HelmChart chart = byName.get(name);
          FamilyScope scope = new FamilyScope(chart, family, folders);
          tasks.add(() -> new ChartFamily(chart, scope).expand(engine, scenarios, options));
        });
    return joined(run(tasks));
  }

  private static String outermost(HelmChart chart, Map<String, HelmChart> byName) {
    HelmChart outer = chart;
    while (outer.parent().isPresent() && byName.containsKey(outer.parent().get())) {
      outer = byName.get(outer.parent().get());
    }
    return outer.name();
  }

  private static List<ChartFamily.Expanded> run(List<Callable<ChartFamily.Expanded>> tasks) {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(THREADS, tasks.size())),
            task -> {
              Thread thread = new Thread(task, "seaworthy-helm");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<ChartFamily.Expanded> results = new ArrayList<>();
      for (Future<ChartFamily.Expanded> result : executor.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while rendering");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  /** Another chart may read any value. */
  private static Rendering allRead(Rendering rendering) {
    return new Rendering(
        rendering.name(),
        rendering.scenarios(),
        rendering.texts(),
        rendering.origins(),
        rendering.failed());
  }

  /** Several charts may lead to the same one by {@code file://}. */
  private static InventoryEntry worse(InventoryEntry one, InventoryEntry other) {
    return other.state() == FileState.FAILED ? other : one;
  }

  private static Discovery joined(List<ChartFamily.Expanded> expanded) {
    Map<String, Source> sources = new LinkedHashMap<>();
    List<Rendering> renderings = new ArrayList<>();
    Map<String, InventoryEntry> entries = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> exporting = new HashSet<>();
    expanded.forEach(family -> exporting.addAll(family.exporting()));
    for (ChartFamily.Expanded family : expanded) {
      Discovery part = family.discovery();
      part.sources().forEach(source -> sources.putIfAbsent(source.name(), source));
      part.renderings().stream()
          .map(rendering -> exporting.contains(rendering.name()) ? allRead(rendering) : rendering)
          .forEach(renderings::add);
      part.accounted().forEach(entry -> entries.merge(entry.file(), entry, HelmCharts::worse));
      problems.addAll(part.problems());
    }
    return new Discovery(
        List.copyOf(sources.values()), renderings, List.copyOf(entries.values()), problems);
  }
}
