package dev.seaworthy.cli;

import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.reach.Verdict;
import dev.seaworthy.report.Report;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy reach}. */
final class ReachCommand implements Command {

  private static final String EXPLAIN = "--explain";

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public String description() {
    return "Show how far each workload leads: to its node, or to the cluster.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    ScanOptions.addPaths(spec);
    spec.addOption(
            Options.text(
                EXPLAIN,
                "WORKLOAD",
                "Only this workload, and in text its path in full: KIND/NAME,"
                    + " NAMESPACE/KIND/NAME or NAME."))
        .addOption(
            Options.choice(
                CheckOptions.FORMAT,
                ReachFormat.class,
                "How to write it: text by default; dot and svg draw it."))
        .addOption(ScanOptions.output())
        .addOption(
            Options.choice(
                    CheckOptions.FAIL_ON,
                    Verdict.class,
                    "The least verdict that makes the exit status 1, such as takes-the-node: by"
                        + " default none does.")
                .toBuilder()
                .paramLabel("VERDICT")
                .build())
        .addOption(ScanOptions.allowEmpty())
        .addOption(ScanOptions.color())
        .addOption(
            Options.flag(
                CheckOptions.VERBOSE,
                "Also list contained workloads, what was skipped or failed, and stack traces."))
        .addOption(ScanOptions.kubernetesVersion())
        .addOption(ScanOptions.config());
    ScanOptions.addHelm(spec);
    ScanOptions.addJobs(spec);
    spec.usageMessage()
        .footerHeading("%nExit status:%n")
        .footer(
            "  0  everything was looked at",
            "  1  at least one workload leads as far as --fail-on says",
            "  2  wrong usage or configuration",
            "  3  something could not be analysed, or there was nothing to analyse");
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, ConfigurationException, IOException {
    ReachFormat format = arguments.matchedOptionValue(CheckOptions.FORMAT, ReachFormat.TEXT);
    ResultWriter writer = new ResultWriter(arguments, environment);
    Scan scan = new Scan(arguments, environment, (settings, policies) -> settings.reachAnalyzer());
    Scan.Outcome outcome = scan.run(writer);
    AnalysisResult result = scan.refuseNothing(outcome.result());
    boolean explains = arguments.hasMatchedOption(EXPLAIN);
    if (explains) {
      result = only(arguments.matchedOptionValue(EXPLAIN, ""), result, environment);
    }
    Report report = format.report(writer.textOptions(), outcome.inputs(), explains);
    int workloads = result.reach().size();
    writer.write(result, report, format == ReachFormat.TEXT, "workloads: " + workloads);
    boolean fails = arguments.hasMatchedOption(CheckOptions.FAIL_ON);
    if (fails
        && isReached(
            arguments.matchedOptionValue(CheckOptions.FAIL_ON, Verdict.TAKES_CLUSTER), result)) {
      return ExitStatus.FINDINGS;
    }
    return result.problems().isEmpty() ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  /** The same result with the workloads alone that are asked for. */
  private static AnalysisResult only(String name, AnalysisResult result, Environment environment)
      throws UsageException, IOException {
    try {
      return result.withReach(WorkloadNames.named(name, result.reach()));
    } catch (UsageException e) {
      // it may be in a file that could not be read
      ResultWriter.writeProblems(result.problems(), environment);
      throw e;
    }
  }

  private static boolean isReached(Verdict failOn, AnalysisResult result) {
    return result.furthest().filter(verdict -> verdict.compareTo(failOn) >= 0).isPresent();
  }
}
