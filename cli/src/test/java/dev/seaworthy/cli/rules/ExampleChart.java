package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.helm.HelmSource;
import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A chart in the page of a rule. */
final class ExampleChart {

  private static final Path CACHE = Path.of("target", "cache");

  private ExampleChart() {}

  /** What is found in a chart of these files; skips the test where no engine can render it. */
  static List<Finding> analyse(Analyzer analyzer, Map<String, String> files, Path folder)
      throws IOException {
    Path chart =
        Files.createDirectories(folder.resolve("example").resolve("templates")).getParent();
    Files.writeString(
        chart.resolve("Chart.yaml"), "apiVersion: v2\nname: example\nversion: 1.0.0\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(chart.resolve(file.getKey()), file.getValue());
    }
    try (HelmEngine engine =
        HelmEngine.isolated(NativeLibrary.cached(CACHE), EngineLimits.DEFAULT)) {
      assumeTrue(engine.version().isPresent(), "there is no Helm engine for this platform");
      AnalysisResult result = analyzer.analyze(HelmSource.of(chart).render(engine));
      assertThat(result.problems()).isEmpty();
      return result.findings();
    }
  }
}
