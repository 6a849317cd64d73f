package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What {@code seaworthy NAME} does. */
interface Command {

  String name();

  /** What it does: a sentence with its full stop. */
  String description();

  /** Adds its options and parameters to a specification. */
  default void addTo(CommandSpec spec) {}

  /**
   * Does it.
   *
   * @return the exit status
   * @throws UsageException if the arguments make no sense
   * @throws ConfigurationException if the configuration file cannot be used
   * @throws IOException if results cannot be written
   */
  int run(ParseResult arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException;
}
