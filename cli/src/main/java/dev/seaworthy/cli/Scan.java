package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.io.IOException;
import picocli.CommandLine.ParseResult;

/** Looks at what the user named, as the options and the configuration say. */
final class Scan {

  private final ParseResult arguments;
  private final Environment environment;
  private final Operands operands;
  private final Policies policies;
  private final Configuration configuration;
  private final CheckSettings settings;
  private final Analyzer analyzer;
  private final HelmSupport charts;

  /**
   * Reads the configuration and the policies that it names.
   *
   * @param choice what is to run
   */
  Scan(ParseResult arguments, Environment environment, Choice choice)
      throws UsageException, ConfigurationException, IOException {
    this.arguments = arguments;
    this.environment = environment;
    this.operands = Operands.of(arguments);
    this.policies = new Policies(arguments, environment);
    try {
      configuration = Configurations.read(arguments, environment, operands.paths(), policies);
      settings = new CheckSettings(arguments, configuration);
      analyzer = choice.analyzer(settings, policies);
      charts = new HelmSupport(arguments, configuration, environment, settings.cluster().version());
    } catch (UsageException | ConfigurationException e) {
      // a rule may be missing just because its policy is broken
      ResultWriter.writeProblems(policies.problems(), environment);
      throw e;
    }
  }

  /** Chooses what is to run. */
  interface Choice {
    Analyzer analyzer(CheckSettings settings, Policies policies) throws UsageException;
  }

  /**
   * What was found.
   *
   * @param inputs what it was found in
   */
  record Outcome(AnalysisResult result, Inputs inputs) {}

  Analyzer analyzer() {
    return analyzer;
  }

  CheckSettings settings() {
    return settings;
  }

  Policies policies() {
    return policies;
  }

  /** Looks at everything. */
  Outcome run(ResultWriter writer) {
    Inputs inputs = inputs();
    try (Progress progress = writer.progress(inputs.discovery().sources().size())) {
      return new Outcome(analyzer.analyze(inputs.discovery(), progress), inputs);
    }
  }

  /** No object and no problem either: the paths are wrong, most likely. */
  AnalysisResult refuseNothing(AnalysisResult result) {
    if (arguments.hasMatchedOption(ScanOptions.ALLOW_EMPTY)
        || result.objects() > 0
        || !result.problems().isEmpty()) {
      return result;
    }
    return result.with(
        Problem.general(
            ProblemKind.NOTHING_TO_ANALYSE,
            "no Kubernetes object was found",
            "Name files or folders that have some: --verbose lists what was skipped and why. If"
                + " there may be none, use --allow-empty."));
  }

  private Inputs inputs() {
    FileDiscovery.Builder files =
        FileDiscovery.builder(environment.workingDirectory())
            .exclude(configuration.exclude())
            .charts(charts);
    configuration.file().ifPresent(file -> files.excludeBase(file.getParent()));
    int maxBytes = configuration.limits().maxFileBytes();
    return Inputs.find(operands, files.build(), environment.in(), maxBytes);
  }
}
