package dev.seaworthy.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.TestRules;
import dev.seaworthy.rule.RuleCatalog;
import java.nio.file.Path;
import java.util.List;

/** Reads configurations as if they lay in a folder of a repository. */
final class ConfigurationFixture {

  static final RuleCatalog CATALOG = Analyzer.catalogOf(TestRules.ALL);
  static final Path REPOSITORY = Path.of("/repository").toAbsolutePath();
  static final Path FILE = REPOSITORY.resolve("seaworthy.yaml");

  private ConfigurationFixture() {}

  /** Reads a text that must be right. */
  static Configuration read(String yaml) {
    try {
      return reader().read(FILE, yaml);
    } catch (ConfigurationException e) {
      throw new AssertionError("the configuration is refused:\n" + e.getMessage(), e);
    }
  }

  /** The errors of a text that must be wrong, as {@code line:column: message. hint}. */
  static List<String> errors(String yaml) {
    ConfigurationException refused =
        catchThrowableOfType(ConfigurationException.class, () -> reader().read(FILE, yaml));
    if (refused == null) {
      throw new AssertionError("the configuration is accepted:\n" + yaml);
    }
    return refused.errors().stream()
        .map(error -> error.toString().substring("seaworthy.yaml:".length()))
        .toList();
  }

  static ConfigurationReader reader() {
    return new ConfigurationReader(CATALOG, REPOSITORY, List.of(REPOSITORY));
  }
}
