package dev.seaworthy.helm.chart;

import dev.seaworthy.source.Location;
import java.util.List;
import java.util.Optional;

/**
 * A dependency that a chart declares.
 *
 * @param name the name of the chart that is meant
 * @param version the range of its versions
 * @param repository where it comes from: a URL, {@code file://} and a path, or {@code @name}
 * @param alias the name under which the chart uses it, if that is another
 * @param condition the paths of the values that switch it on or off, separated by commas
 * @param tags the tags that switch it on or off
 * @param place where it is declared
 */
public record ChartDependency(
    String name,
    String version,
    Optional<String> repository,
    Optional<String> alias,
    Optional<String> condition,
    List<String> tags,
    Location place) {

  public ChartDependency {
    tags = List.copyOf(tags);
  }

  /** The name under which the chart uses it: in values, and in the names of templates. */
  public String usedAs() {
    return alias.orElse(name);
  }

  /** Whether a chart is what is meant here: by its name, and by its version. */
  public boolean accepts(Chart chart) {
    return chart.name().equals(name)
        && VersionRange.matches(version, chart.metadata().version().orElse(""));
  }
}
