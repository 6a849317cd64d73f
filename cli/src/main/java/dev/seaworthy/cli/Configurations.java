package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.config.ConfigurationFiles;
import dev.seaworthy.config.ConfigurationReader;
import dev.seaworthy.config.PolicySettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The configuration of a run, and the policies that it names. */
final class Configurations {

  private Configurations() {}

  /**
   * Reads the configuration, after the user's policies, whose rules it may configure.
   *
   * @param paths what is going to be analysed
   * @param policies loaded by this, whether there is a file or not
   */
  static Configuration read(
      ParseResult arguments, Environment environment, List<Path> paths, Policies policies)
      throws UsageException, ConfigurationException {
    ConfigurationReader reader =
        new ConfigurationReader(policies::load, environment.workingDirectory(), paths);
    Configuration configuration = Configuration.DEFAULT;
    Optional<Path> file = ConfigurationFiles.find(environment.workingDirectory());
    if (arguments.hasMatchedOption(ScanOptions.CONFIG)) {
      String named = arguments.matchedOptionValue(ScanOptions.CONFIG, "");
      configuration = reader.read(Operands.path(named));
    } else if (file.isPresent()) {
      configuration = reader.read(file.get());
    } else {
      policies.load(PolicySettings.NONE);
    }
    policies.checkUse();
    return configuration;
  }
}
