package dev.seaworthy.cli;

import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.config.FailOn;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.source.ChartExpander;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy check}. */
final class CheckCommand implements Command {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String description() {
    return "Analyse Kubernetes manifests in files, folders or a stream.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    CheckOptions.addTo(spec);
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException {
    Operands operands = Operands.of(arguments);
    ResultWriter writer = new ResultWriter(arguments, environment);
    Policies policies = new Policies(arguments, environment);
    Configuration configuration;
    CheckSettings settings;
    Analyzer analyzer;
    HelmSupport charts;
    try {
      configuration = Configurations.read(arguments, environment, operands.paths(), policies);
      policies.useSchemas();
      settings = new CheckSettings(arguments, configuration);
      analyzer = settings.analyzer(policies, environment.today());
      charts = new HelmSupport(arguments, configuration, environment, settings.cluster().version());
    } catch (UsageException | ConfigurationException e) {
      // a rule may be missing just because its policy is broken
      ResultWriter.writeProblems(policies.problems(), environment);
      throw e;
    }
    preparePolicies(analyzer);
    Inputs inputs = inputs(operands, environment, configuration, charts);
    AnalysisResult result =
        analyse(analyzer, inputs, writer.progress(inputs.discovery().sources().size()));
    for (Problem problem : policies.problems()) {
      result = result.with(problem);
    }
    if (!arguments.hasMatchedOption(CheckOptions.ALLOW_EMPTY)) {
      result = refuseNothing(result);
    }
    writer.write(result, inputs);
    return status(result, settings.failOn());
  }

  /** Compiles bundled policies while this thread looks for files, if any of them is to run. */
  private static void preparePolicies(Analyzer analyzer) {
    if (analyzer.activeRules().stream().anyMatch(rule -> BundledRules.isRego(rule.id()))) {
      Thread thread = new Thread(BundledPolicies::prepare, "seaworthy-policies");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static Inputs inputs(
      Operands operands,
      Environment environment,
      Configuration configuration,
      ChartExpander charts) {
    FileDiscovery.Builder files =
        FileDiscovery.builder(environment.workingDirectory())
            .exclude(configuration.exclude())
            .charts(charts);
    configuration.file().ifPresent(file -> files.excludeBase(file.getParent()));
    int maxBytes = configuration.limits().maxFileBytes();
    return Inputs.find(operands, files.build(), environment.in(), maxBytes);
  }

  private static AnalysisResult analyse(Analyzer analyzer, Inputs inputs, Progress progress) {
    try (progress) {
      return analyzer.analyze(inputs.discovery(), progress);
    }
  }

  /** No object and no problem either: the paths are wrong, most likely. */
  private static AnalysisResult refuseNothing(AnalysisResult result) {
    if (result.objects() > 0 || !result.problems().isEmpty()) {
      return result;
    }
    return result.with(
        Problem.general(
            ProblemKind.NOTHING_TO_ANALYSE,
            "no Kubernetes object was found",
            "Name files or folders that have some: --verbose lists what was skipped and why. If"
                + " there may be none, use --allow-empty."));
  }

  private static int status(AnalysisResult result, FailOn failOn) {
    if (result.worst().filter(failOn::isReachedBy).isPresent()) {
      return ExitStatus.FINDINGS;
    }
    return result.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }
}
