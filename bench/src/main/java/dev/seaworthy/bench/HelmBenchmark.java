package dev.seaworthy.bench;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.helm.ChartScenarios;
import dev.seaworthy.helm.HelmCharts;
import dev.seaworthy.helm.HelmOptions;
import dev.seaworthy.helm.HelmSource;
import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import dev.seaworthy.helm.render.RenderRequest;
import dev.seaworthy.helm.render.RenderResult;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FileDiscovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Charts, beside what the engine alone takes to render them: the scaffold of {@code helm create},
 * once and a hundred times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class HelmBenchmark {

  private static final int CHARTS = 100;

  private final List<Path> charts = new ArrayList<>();
  private Path folder;
  private HelmEngine engine;
  private Analyzer analyzer;

  @Setup(Level.Trial)
  public void prepare() throws IOException {
    folder = Files.createTempDirectory("helm-benchmark");
    Path scaffold = Path.of(System.getProperty("testdata", "testdata"), "charts", "scaffold");
    for (int i = 0; i < CHARTS; i++) {
      charts.add(copy(scaffold, folder.resolve("chart-" + i)));
    }
    engine =
        HelmEngine.isolated(NativeLibrary.cached(folder.resolve("library")), EngineLimits.DEFAULT);
    analyzer = Analyzer.builder().rules(JavaRules.all()).rules(BundledPolicies.rules()).build();
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    engine.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The reference: the engine renders a chart. */
  @Benchmark
  public RenderResult renderAlone() {
    return render(charts.get(0));
  }

  /** A chart, from its folder to findings. */
  @Benchmark
  public AnalysisResult analyse() {
    return analyzer.analyze(HelmSource.of(charts.get(0)).render(engine));
  }

  /** The reference: the engine renders a hundred charts, one after the other. */
  @Benchmark
  public List<RenderResult> renderHundredAlone() {
    return charts.stream().map(this::render).toList();
  }

  /** A folder with a hundred charts, from the disk to findings. */
  @Benchmark
  public AnalysisResult analyseHundred() {
    HelmCharts expander =
        new HelmCharts(engine, ChartScenarios.DEFAULT, HelmOptions.of(KubernetesVersion.LATEST));
    Discovery discovery =
        FileDiscovery.builder(folder)
            .charts(expander)
            .exclude(List.of("library/"))
            .build()
            .discover(List.of(folder));
    return analyzer.analyze(discovery);
  }

  private RenderResult render(Path chart) {
    return engine.render(RenderRequest.of(chart, KubernetesVersion.LATEST.toString()));
  }
}
