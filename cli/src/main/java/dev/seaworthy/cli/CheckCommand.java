package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.config.FailOn;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.source.Problem;
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
    ReportFormat format = arguments.matchedOptionValue(CheckOptions.FORMAT, ReportFormat.TEXT);
    ResultWriter writer = new ResultWriter(arguments, environment);
    Scan scan =
        new Scan(
            arguments,
            environment,
            (settings, policies) -> settings.analyzer(policies, environment.today()));
    preparePolicies(scan.analyzer());
    Scan.Outcome outcome = scan.run(writer);
    AnalysisResult result = outcome.result();
    for (Problem problem : scan.policies().problems()) {
      result = result.with(problem);
    }
    result = scan.refuseNothing(result);
    writer.write(
        result,
        format.report(writer.textOptions(), outcome.inputs()),
        format == ReportFormat.TEXT,
        "findings: " + result.findings().size());
    return status(result, scan.settings().failOn());
  }

  /** Compiles bundled policies while this thread looks for files, if any of them is to run. */
  private static void preparePolicies(Analyzer analyzer) {
    if (analyzer.activeRules().stream().anyMatch(rule -> BundledRules.isRego(rule.id()))) {
      Thread thread = new Thread(BundledPolicies::prepare, "seaworthy-policies");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static int status(AnalysisResult result, FailOn failOn) {
    if (result.worst().filter(failOn::isReachedBy).isPresent()) {
      return ExitStatus.FINDINGS;
    }
    return result.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }
}
