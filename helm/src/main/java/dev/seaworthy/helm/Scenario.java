package dev.seaworthy.helm;

import dev.seaworthy.helm.values.SetArgument;
import dev.seaworthy.source.SourceText;
import java.util.List;

/**
 * The values that a chart is installed with, beyond its own.
 *
 * @param name what results call it
 * @param values values files, a later one winning over those before; their names are those that
 *     results refer to
 * @param sets single values, which win over files
 * @param releaseName the name of the release
 * @param namespace the namespace of the release
 */
public record Scenario(
    String name,
    List<SourceText> values,
    List<SetArgument> sets,
    String releaseName,
    String namespace) {

  /** The name of the scenario with nothing but the chart's own values. */
  public static final String DEFAULT = "default";

  public Scenario {
    values = List.copyOf(values);
    sets = List.copyOf(sets);
  }
}
