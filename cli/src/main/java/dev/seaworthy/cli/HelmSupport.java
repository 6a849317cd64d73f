package dev.seaworthy.cli;

import dev.seaworthy.helm.ChartScenarios;
import dev.seaworthy.helm.HelmCharts;
import dev.seaworthy.helm.HelmOptions;
import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.source.ChartExpander;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.HelmChart;
import java.nio.file.Path;
import java.util.List;

/** Renders the charts that are found. Nothing of it is loaded if there are none. */
final class HelmSupport implements ChartExpander {

  private final Environment environment;

  HelmSupport(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Discovery expand(List<HelmChart> charts) {
    NativeLibrary library =
        NativeLibrary.cached(NativeLibrary.defaultFolder(environment.variables()));
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (HelmEngine engine = HelmEngine.isolated(library, EngineLimits.DEFAULT)) {
      HelmOptions options = new HelmOptions(KubernetesVersion.LATEST, List.of(), temporary);
      return new HelmCharts(engine, ChartScenarios.DEFAULT, options).expand(charts);
    }
  }
}
