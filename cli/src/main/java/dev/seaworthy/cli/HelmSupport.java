package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.HelmSettings;
import dev.seaworthy.helm.HelmCharts;
import dev.seaworthy.helm.HelmOptions;
import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import dev.seaworthy.helm.render.PrivateFolder;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.source.ChartExpander;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.HelmChart;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/** Renders the charts that are found. The engine is started only if there are any. */
final class HelmSupport implements ChartExpander {

  private static final String PATH_SEPARATOR = Pattern.quote(File.pathSeparator);

  private final ParseResult arguments;
  private final HelmSettings settings;
  private final Environment environment;
  private final KubernetesVersion version;
  private final HelmScenarios scenarios;
  private final Optional<Path> binary;

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
    this.binary = binary();
    if (binary.isEmpty() && !apiVersions().isEmpty()) {
      throw new UsageException(
          "option '"
              + ScanOptions.HELM_API_VERSION
              + "' needs an installed helm: add --helm-engine");
    }
  }

  @Override
  public Discovery expand(List<HelmChart> charts) {
    if (charts.isEmpty()) {
      return Discovery.of(List.of());
    }
    try (HelmEngine engine = engine();
        PrivateFolder folder = PrivateFolder.create()) {
      Thread cleanUp = new Thread(() -> end(engine, folder), "seaworthy-clean-up");
      Runtime.getRuntime().addShutdownHook(cleanUp);
      try {
        engine.prepare();
        HelmOptions options =
            new HelmOptions(
                version,
                apiVersions(),
                arguments.hasMatchedOption(ScanOptions.HELM_DEPENDENCY_UPDATE),
                folder.path());
        return new HelmCharts(engine, scenarios, options).expand(charts);
      } finally {
        remove(cleanUp);
      }
    } catch (IOException e) {
      return notRendered(charts, e);
    }
  }

  private static Discovery notRendered(List<HelmChart> charts, IOException cause) {
    Discovery found = ChartExpander.notRendering().expand(charts);
    List<Problem> problems = new ArrayList<>(found.problems());
    problems.add(
        Problem.general(
            ProblemKind.HELM_RENDER,
            "there is no place for temporary files: " + cause.getMessage(),
            "Make room in the folder for temporary files, and let this user write there."));
    return new Discovery(found.sources(), found.accounted(), problems);
  }

  /** What a signal interrupts leaves no process and no file behind. */
  private static void end(HelmEngine engine, PrivateFolder folder) {
    engine.close();
    folder.close();
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it runs already
    }
  }

  private HelmEngine engine() {
    return binary.isPresent()
        ? HelmEngine.binary(binary.get(), EngineLimits.DEFAULT)
        : HelmEngine.isolated(
            NativeLibrary.cached(NativeLibrary.defaultFolder(environment.variables())),
            EngineLimits.DEFAULT);
  }

  /** A name alone is looked for where programs lie, and not where the charts lie. */
  private Optional<Path> binary() throws UsageException {
    if (!arguments.hasMatchedOption(ScanOptions.HELM_ENGINE)) {
      Optional<Path> configured = settings.binary().map(Path::of);
      return configured.isPresent() ? Optional.of(program(configured.get())) : configured;
    }
    return Optional.of(
        program(Path.of(arguments.<String>matchedOptionValue(ScanOptions.HELM_ENGINE, ""))));
  }

  private Path program(Path named) throws UsageException {
    boolean alone = named.getNameCount() == 1 && !named.isAbsolute();
    return alone ? onPath(named) : environment.workingDirectory().resolve(named).normalize();
  }

  private Path onPath(Path name) throws UsageException {
    for (String folder : environment.variables().getOrDefault("PATH", "").split(PATH_SEPARATOR)) {
      for (String extension : List.of("", ".exe")) {
        Path program = Path.of(folder, name + extension);
        if (program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new UsageException(
        "there is no program '" + name + "' on the PATH to render charts with");
  }

  private List<String> apiVersions() {
    List<String> versions = new ArrayList<>(settings.apiVersions());
    versions.addAll(arguments.matchedOptionValue(ScanOptions.HELM_API_VERSION, List.<String>of()));
    return versions;
  }
}
