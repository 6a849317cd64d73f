package dev.seaworthy.config;

import dev.seaworthy.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How Helm charts are rendered.
 *
 * @param binary the {@code helm} program that renders them: its absolute path, or a name to look
 *     for where programs lie; empty for the engine that comes along
 * @param releaseName the name of releases; empty for the default
 * @param namespace the namespace of releases; empty for the default
 * @param apiVersions API versions that charts are told beyond those of Kubernetes, such as {@code
 *     monitoring.coreos.com/v1}; only with a binary
 * @param charts what holds for some charts only
 */
public record HelmSettings(
    Optional<String> binary,
    Optional<String> releaseName,
    Optional<String> namespace,
    List<String> apiVersions,
    List<ChartSettings> charts) {

  /** Nothing is set. */
  public static final HelmSettings DEFAULT =
      new HelmSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

  public HelmSettings {
    apiVersions = List.copyOf(apiVersions);
    charts = List.copyOf(charts);
  }

  /**
   * What holds for a chart: the first settings that are meant for it.
   *
   * @param chart how results refer to its folder or archive
   */
  public Optional<ChartSettings> of(String chart) {
    return charts.stream().filter(settings -> settings.charts().test(chart)).findFirst();
  }

  /**
   * What holds for some charts.
   *
   * @param charts the charts, by how results refer to their folders or archives
   * @param releaseName instead of that for all charts
   * @param namespace instead of that for all charts
   * @param scenarios with which values they are rendered, each with a name of its own; empty for
   *     those that a chart brings along
   */
  public record ChartSettings(
      Predicate<String> charts,
      Optional<String> releaseName,
      Optional<String> namespace,
      List<ScenarioSettings> scenarios) {

    public ChartSettings {
      scenarios = List.copyOf(scenarios);
    }
  }

  /**
   * The values that a chart is installed with, beyond its own.
   *
   * @param name what results call it
   * @param values values files, absolute; a later one wins over those before
   * @param sets single values, which win over files
   * @param location where the scenario is written
   */
  public record ScenarioSettings(
      String name, List<Path> values, List<SetSetting> sets, Location location) {

    public ScenarioSettings {
      values = List.copyOf(values);
      sets = List.copyOf(sets);
    }
  }

  /**
   * A single value.
   *
   * @param path where in the values, in Helm's syntax: {@code tolerations[0].key}
   * @param value a text, or {@code true}, {@code false}, {@code null} or a whole number
   * @param text whether it is a text, whatever it looks like
   * @param location where it is written
   */
  public record SetSetting(String path, String value, boolean text, Location location) {}
}
