package dev.seaworthy.helm;

import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.values.SetArgument;
import dev.seaworthy.helm.values.SetParser;
import dev.seaworthy.helm.values.SetSyntaxException;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One chart to analyse, for programs that have charts at hand:
 *
 * <pre>{@code
 * try (HelmEngine engine = HelmEngine.isolated(NativeLibrary.cached(folder), EngineLimits.DEFAULT)) {
 *   Discovery chart = HelmSource.of(Path.of("deploy/web")).withValues(values).render(engine);
 *   AnalysisResult result = analyzer.analyze(chart);
 * }
 * }</pre>
 *
 * <p>Without values it is rendered for each scenario that it brings along, see {@link
 * ChartScenarios}. Immutable.
 */
public final class HelmSource {

  private final Path chart;
  private final KubernetesVersion version;
  private final ChartScenarios release;
  private final List<SourceText> values;
  private final List<SetArgument> sets;

  private HelmSource(
      Path chart,
      KubernetesVersion version,
      ChartScenarios release,
      List<SourceText> values,
      List<SetArgument> sets) {
    this.chart = chart;
    this.version = version;
    this.release = release;
    this.values = List.copyOf(values);
    this.sets = List.copyOf(sets);
  }

  /**
   * @param chart the folder of a chart, or a packaged one; results name files relative to the
   *     folder that it lies in
   */
  public static HelmSource of(Path chart) {
    return new HelmSource(
        chart.toAbsolutePath().normalize(),
        KubernetesVersion.LATEST,
        ChartScenarios.DEFAULT,
        List.of(),
        List.of());
  }

  /**
   * With the values of a file, which win over those of files named before.
   *
   * @throws IOException if the file cannot be read, or is no text
   */
  public HelmSource withValues(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = base();
    Path shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
    String name = shown.toString().replace('\\', '/');
    if (TextDecoder.decode(name, Files.readAllBytes(file)) instanceof DecodedText.Text text) {
      return withValues(text.text());
    }
    throw new IOException("'" + file + "' is no text");
  }

  /** With values that are at hand; results refer to them by the name of the text. */
  public HelmSource withValues(SourceText text) {
    List<SourceText> more = new ArrayList<>(values);
    more.add(text);
    return new HelmSource(chart, version, release, more, sets);
  }

  /**
   * With single values, which win over files.
   *
   * @param assignments in Helm's syntax, such as {@code image.tag=v1,replicas=2}
   * @throws IllegalArgumentException if they are not written as Helm wants it
   */
  public HelmSource withSet(String assignments) {
    return with(SetArgument.set(assignments));
  }

  /** As {@link #withSet}, for values that are text, whatever they look like. */
  public HelmSource withSetString(String assignments) {
    return with(SetArgument.setString(assignments));
  }

  private HelmSource with(SetArgument argument) {
    try {
      SetParser.parse(argument);
    } catch (SetSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    List<SetArgument> more = new ArrayList<>(sets);
    more.add(argument);
    return new HelmSource(chart, version, release, values, more);
  }

  /** With another release than {@code release-name} in {@code default}. */
  public HelmSource withRelease(String name, String namespace) {
    return new HelmSource(chart, version, new ChartScenarios(name, namespace), values, sets);
  }

  /** For another version of Kubernetes than the newest known one. */
  public HelmSource withKubernetesVersion(KubernetesVersion other) {
    return new HelmSource(chart, other, release, values, sets);
  }

  /** Renders the chart. What cannot be rendered is a problem in the result. */
  public Discovery render(HelmEngine engine) {
    ScenarioSource scenarios =
        values.isEmpty() && sets.isEmpty()
            ? release
            : (any, ciValues) ->
                List.of(
                    new Scenario(
                        "values", values, sets, release.releaseName(), release.namespace()));
    HelmOptions options = HelmOptions.of(version);
    return FileDiscovery.builder(base())
        .honourGitignore(false)
        .charts(new HelmCharts(engine, scenarios, options))
        .build()
        .discover(List.of(chart));
  }

  private Path base() {
    Path parent = chart.getParent();
    return parent == null ? chart : parent;
  }
}
