package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.config.LocatedText;
import dev.seaworthy.config.PolicySettings;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.bundle.PolicyReader;
import dev.seaworthy.rego.policy.PolicySet;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rules.podsecurity.PodSecurityRules;
import dev.seaworthy.schema.location.SchemaLocation;
import dev.seaworthy.schema.rules.Schemas;
import dev.seaworthy.source.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The rules of one run: the bundled ones, and those of the user's own policies. */
final class Policies {

  private final ParseResult arguments;
  private final Environment environment;
  private PolicySet own = new PolicySet(List.of(), List.of());
  private boolean areNamed;
  private Schemas schemas = Schemas.bundled();

  Policies(ParseResult arguments, Environment environment) {
    this.arguments = arguments;
    this.environment = environment;
  }

  /** The rules of a command that analyses nothing; tells of problems with the user's policies. */
  static Policies of(ParseResult arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException {
    Policies policies = new Policies(arguments, environment);
    Configurations.read(arguments, environment, List.of(), policies);
    ResultWriter.writeProblems(policies.problems(), environment);
    return policies;
  }

  /**
   * Reads the user's own policies: those of the configuration and those of the command line.
   *
   * @return the names of all rules
   */
  RuleCatalog load(PolicySettings configured) {
    List<Path> policies = paths(CheckOptions.POLICY, configured.policies());
    RuleCatalog others = catalog();
    areNamed = !policies.isEmpty();
    if (!areNamed) {
      return others;
    }
    PolicyReader reader =
        PolicyReader.in(environment.workingDirectory())
            .withoutTests()
            .bundles(policies)
            .documents(paths(CheckOptions.DATA, configured.data()));
    own =
        PolicySet.builder()
            .files(reader.read())
            .namespaces(texts(CheckOptions.NAMESPACE, configured.namespaces()))
            .taken(others.rules())
            .folder(environment.workingDirectory())
            .options(options())
            .wasm(WasmSupport::find)
            .build();
    return catalog();
  }

  /**
   * Has objects held against the schemas that options name, or else the configuration.
   *
   * @throws UsageException if what they name is no such place
   */
  void useSchemas(Configuration configuration) throws UsageException {
    if (arguments.hasMatchedOption(CheckOptions.SCHEMA_LOCATION)) {
      Path folder = environment.workingDirectory();
      List<Optional<SchemaLocation>> locations = new ArrayList<>();
      for (String text : texts(CheckOptions.SCHEMA_LOCATION, List.of())) {
        locations.add(schemaLocation(text, folder, ""));
      }
      schemas = Schemas.of(locations);
    } else if (!configuration.schemaLocations().isEmpty()) {
      Path folder = configuration.file().orElseThrow().resolveSibling("");
      List<Optional<SchemaLocation>> locations = new ArrayList<>();
      for (LocatedText named : configuration.schemaLocations()) {
        locations.add(schemaLocation(named.text(), folder, named.location() + ": "));
      }
      schemas = Schemas.of(locations);
    }
  }

  private static Optional<SchemaLocation> schemaLocation(String text, Path folder, String place)
      throws UsageException {
    if (text.equals("default")) {
      return Optional.empty();
    }
    try {
      return Optional.of(SchemaLocation.parse(text, folder));
    } catch (IllegalArgumentException e) {
      throw new UsageException(place + e.getMessage());
    }
  }

  /**
   * @throws UsageException if options speak of the user's own policies and there are none
   */
  void checkUse() throws UsageException {
    for (String option : List.of(CheckOptions.DATA, CheckOptions.NAMESPACE)) {
      if (!areNamed && arguments.hasMatchedOption(option)) {
        throw new UsageException("option '" + option + "' needs policies: add --policy");
      }
    }
  }

  /** The names of all rules. */
  RuleCatalog catalog() {
    List<Rule> named = rules();
    named.addAll(PodSecurityRules.of(PodSecurityLevel.PRIVILEGED, PodSecurityVersion.LATEST));
    return Analyzer.catalogOf(named);
  }

  /** The language that a rule is written in: {@code java} or {@code rego}. */
  String language(RuleMetadata rule) {
    return ownIds().contains(rule.id()) ? "rego" : BundledRules.language(rule.id());
  }

  /** The exit status of a command that analyses nothing. */
  int status() {
    return problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  /** The rules of both languages; the user's own after {@link #load}. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(BundledRules.all(schemas));
    rules.addAll(own.rules());
    return rules;
  }

  /** The ids of the user's own rules. */
  List<String> ownIds() {
    return own.rules().stream().map(rule -> rule.metadata().id()).toList();
  }

  /** What is wrong with the user's own policies. */
  List<Problem> problems() {
    return own.problems();
  }

  private EvaluationOptions options() {
    return EvaluationOptions.builder()
        .steps(PolicySet.DEFAULT_STEPS)
        .clock(Instant::now)
        .printHook((place, text) -> environment.err().println(place + ": " + text))
        .build();
  }

  private List<Path> paths(String option, List<Path> configured) {
    List<Path> paths = new ArrayList<>(configured);
    for (String path : arguments.matchedOptionValue(option, List.<String>of())) {
      paths.add(environment.workingDirectory().resolve(path));
    }
    return paths;
  }

  private List<String> texts(String option, List<String> configured) {
    List<String> named = arguments.matchedOptionValue(option, List.of());
    return named.isEmpty() ? configured : named;
  }
}
