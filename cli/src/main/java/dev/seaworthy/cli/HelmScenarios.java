package dev.seaworthy.cli;

import dev.seaworthy.config.HelmSettings;
import dev.seaworthy.config.HelmSettings.ChartSettings;
import dev.seaworthy.config.HelmSettings.ScenarioSettings;
import dev.seaworthy.config.HelmSettings.SetSetting;
import dev.seaworthy.helm.ChartScenarios;
import dev.seaworthy.helm.Scenario;
import dev.seaworthy.helm.ScenarioSource;
import dev.seaworthy.helm.chart.Chart;
import dev.seaworthy.helm.chart.ChartFile;
import dev.seaworthy.helm.values.SetArgument;
import dev.seaworthy.helm.values.SetParser;
import dev.seaworthy.helm.values.SetSyntaxException;
import dev.seaworthy.source.DecodedText;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.source.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * The scenarios that charts are rendered for: those that the command line describes, or else those
 * of the configuration, or else those that a chart brings along.
 */
final class HelmScenarios implements ScenarioSource {

  private static final String COMMAND_LINE = "command line";

  private final ParseResult arguments;
  private final HelmSettings settings;
  private final Path workingDirectory;
  private final int maxBytes;
  private final Map<Path, SourceText> files = new HashMap<>();
  private final List<SourceText> values = new ArrayList<>();
  private final List<SetArgument> sets = new ArrayList<>();

  /**
   * @param maxBytes larger values files are refused
   * @throws UsageException if a values file cannot be read, or a value is not written as Helm wants
   *     it
   */
  HelmScenarios(ParseResult arguments, HelmSettings settings, Path workingDirectory, int maxBytes)
      throws UsageException {
    this.arguments = arguments;
    this.settings = settings;
    this.workingDirectory = workingDirectory;
    this.maxBytes = maxBytes;
    for (String file : texts(ScanOptions.HELM_VALUES)) {
      values.add(read(workingDirectory.resolve(file), ScanOptions.HELM_VALUES));
    }
    texts(ScanOptions.HELM_SET).forEach(text -> sets.add(SetArgument.set(text)));
    texts(ScanOptions.HELM_SET_STRING).forEach(text -> sets.add(SetArgument.setString(text)));
    for (SetArgument set : sets) {
      check(set);
    }
    for (ChartSettings chart : settings.charts()) {
      for (ScenarioSettings scenario : chart.scenarios()) {
        for (Path file : scenario.values()) {
          files.put(file, read(file, scenario.location() + ": scenario '" + scenario.name() + "'"));
        }
      }
    }
  }

  private static void check(SetArgument set) throws UsageException {
    try {
      SetParser.parse(set);
    } catch (SetSyntaxException e) {
      throw new UsageException(e.getMessage());
    }
  }

  @Override
  public List<Scenario> of(Chart chart, List<ChartFile> ciValues) {
    Optional<ChartSettings> own = settings.of(chart.label());
    String release =
        named(ScanOptions.HELM_RELEASE, own.flatMap(ChartSettings::releaseName))
            .or(settings::releaseName)
            .orElse(ChartScenarios.DEFAULT.releaseName());
    String namespace =
        named(ScanOptions.HELM_NAMESPACE, own.flatMap(ChartSettings::namespace))
            .or(settings::namespace)
            .orElse(ChartScenarios.DEFAULT.namespace());
    if (!values.isEmpty() || !sets.isEmpty()) {
      return List.of(new Scenario(COMMAND_LINE, values, sets, release, namespace));
    }
    List<ScenarioSettings> configured = own.map(ChartSettings::scenarios).orElse(List.of());
    return configured.isEmpty()
        ? new ChartScenarios(release, namespace).of(chart, ciValues)
        : configured.stream().map(scenario -> scenario(scenario, release, namespace)).toList();
  }

  private Scenario scenario(ScenarioSettings scenario, String release, String namespace) {
    return new Scenario(
        scenario.name(),
        scenario.values().stream().map(files::get).toList(),
        scenario.sets().stream().map(HelmScenarios::argument).toList(),
        release,
        namespace);
  }

  private static SetArgument argument(SetSetting set) {
    String value = set.text() ? set.value().replaceAll("[,\\\\]", "\\\\$0") : set.value();
    return new SetArgument(
        "set", set.path() + "=" + value, set.text(), Optional.of(set.location()));
  }

  private Optional<String> named(String option, Optional<String> configured) {
    return Optional.ofNullable(arguments.<String>matchedOptionValue(option, null))
        .or(() -> configured);
  }

  private List<String> texts(String option) {
    return arguments.matchedOptionValue(option, List.of());
  }

  private SourceText read(Path file, String who) throws UsageException {
    Path path = file.toAbsolutePath().normalize();
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] content = stream.readNBytes(maxBytes + 1);
      if (content.length > maxBytes) {
        throw new UsageException(
            who + ": '" + name(path) + "' is larger than " + maxBytes + " bytes");
      }
      if (TextDecoder.decode(name(path), content) instanceof DecodedText.Text text) {
        return text.text();
      }
      throw new UsageException(who + ": '" + name(path) + "' is no text in UTF-8");
    } catch (IOException e) {
      throw new UsageException(who + ": cannot read '" + name(path) + "': " + e.getMessage());
    }
  }

  /** How results refer to a file: below the working directory, by the way from there. */
  private String name(Path path) {
    Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }
}
