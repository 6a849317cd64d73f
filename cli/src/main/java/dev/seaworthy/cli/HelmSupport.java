package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.HelmSettings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Renders the charts that are found. The engine is started only if there are any. */
final class HelmSupport implements ChartExpander {

  private final ParseResult arguments;
  private final HelmSettings settings;
  private final Environment environment;
  private final KubernetesVersion version;
  private final HelmScenarios scenarios;

  /**
   * @param version the version that charts are told
   */
  HelmSupport(
      ParseResult arguments,
      Configuration configuration,
      Environment environment,
      KubernetesVersion version)
      throws UsageException {
    this.arguments = arguments;
    this.settings = configuration.helm();
    this.environment = environment;
    this.version = version;
    this.scenarios =
        new HelmScenarios(
            arguments,
            settings,
            environment.workingDirectory(),
            configuration.limits().maxFileBytes());
    if (binary().isEmpty() && !apiVersions().isEmpty()) {
      throw new UsageException(
          "option '"
              + CheckOptions.HELM_API_VERSION
              + "' needs an installed helm: add --helm-engine");
    }
  }

  @Override
  public Discovery expand(List<HelmChart> charts) {
    if (charts.isEmpty()) {
      return Discovery.of(List.of());
    }
    try (HelmEngine engine = engine()) {
      engine.prepare();
      HelmOptions options =
          new HelmOptions(
              version,
              apiVersions(),
              arguments.hasMatchedOption(CheckOptions.HELM_DEPENDENCY_UPDATE),
              Path.of(System.getProperty("java.io.tmpdir")));
      return new HelmCharts(engine, scenarios, options).expand(charts);
    }
  }

  private HelmEngine engine() {
    Optional<Path> binary = binary();
    return binary.isPresent()
        ? HelmEngine.binary(binary.get(), EngineLimits.DEFAULT)
        : HelmEngine.isolated(
            NativeLibrary.cached(NativeLibrary.defaultFolder(environment.variables())),
            EngineLimits.DEFAULT);
  }

  /** A name without a folder is left for the system to look for. */
  private Optional<Path> binary() {
    if (!arguments.hasMatchedOption(CheckOptions.HELM_ENGINE)) {
      return settings.binary().map(Path::of);
    }
    Path program = Path.of(arguments.<String>matchedOptionValue(CheckOptions.HELM_ENGINE, ""));
    return Optional.of(
        program.getNameCount() == 1 ? program : environment.workingDirectory().resolve(program));
  }

  private List<String> apiVersions() {
    List<String> versions = new ArrayList<>(settings.apiVersions());
    versions.addAll(arguments.matchedOptionValue(CheckOptions.HELM_API_VERSION, List.<String>of()));
    return versions;
  }
}
