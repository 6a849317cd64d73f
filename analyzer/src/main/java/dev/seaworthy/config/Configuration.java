package dev.seaworthy.config;

import dev.seaworthy.engine.ConfiguredIgnore;
import dev.seaworthy.engine.Limits;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.ParameterValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file says.
 *
 * @param file the absolute path of the file; empty if there is none
 * @param selection which rules run, and with which severities
 * @param failOn from which severity on a finding makes a run fail
 * @param cluster what is assumed of the cluster
 * @param exclude patterns as in a {@code .gitignore} file in the folder of the configuration file:
 *     what they match is not analysed
 * @param ignores the findings that are accepted
 * @param limits bounds on the work for one input
 * @param parameters what is set of rules: by the name of the parameter, by the id of the rule
 * @param policies where policies of one's own lie
 * @param schemaLocations where JSON Schemas of kinds lie, as the file has it: folders and templates
 *     of paths, relative to the folder of the file, and {@code default}
 * @param helm how Helm charts are rendered
 */
public record Configuration(
    Optional<Path> file,
    RuleSelection selection,
    FailOn failOn,
    ClusterSettings cluster,
    List<String> exclude,
    List<ConfiguredIgnore> ignores,
    Limits limits,
    Map<String, Map<String, ParameterValue>> parameters,
    PolicySettings policies,
    List<LocatedText> schemaLocations,
    HelmSettings helm) {

  /** What holds without a configuration file. */
  public static final Configuration DEFAULT =
      new Configuration(
          Optional.empty(),
          RuleSelection.DEFAULT,
          FailOn.DEFAULT,
          ClusterSettings.DEFAULT,
          List.of(),
          List.of(),
          Limits.DEFAULT,
          Map.of(),
          PolicySettings.NONE,
          List.of(),
          HelmSettings.DEFAULT);

  public Configuration {
    exclude = List.copyOf(exclude);
    ignores = List.copyOf(ignores);
    parameters = Map.copyOf(parameters);
    schemaLocations = List.copyOf(schemaLocations);
  }
}
