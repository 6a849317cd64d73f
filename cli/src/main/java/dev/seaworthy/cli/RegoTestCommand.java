package dev.seaworthy.cli;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.testing.TestResult;
import dev.seaworthy.rego.testing.TestResult.Outcome;
import dev.seaworthy.rego.testing.TestRunner;
import dev.seaworthy.rego.trace.Coverage;
import dev.seaworthy.rego.trace.CoverageReport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy rego test}. */
final class RegoTestCommand implements Command {

  private static final String RUN = "--run";
  private static final String COVERAGE = "--coverage";
  private static final String THRESHOLD = "--threshold";
  private static final String SKIPPED_OK = "--exit-zero-on-skipped";
  private static final String FORMAT = "--format";

  private enum Format {
    TEXT,
    JSON;

    /** The name in options. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String name() {
    return "rego test";
  }

  @Override
  public String description() {
    return "Run the tests of Rego policies, rules such as test_denied.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    RegoPolicy.addTo(spec);
    spec.addOption(Options.text(RUN, "-r", "REGEX", "Only tests in whose path this is found."))
        .addOption(
            Options.flag(COVERAGE, "-c", "Print which lines the tests evaluate, not the tests."))
        .addOption(
            Options.number(THRESHOLD, "N", "Fail unless the tests cover N lines in a hundred."))
        .addOption(Options.flag(SKIPPED_OK, "-z", "Skipped tests do not make the exit status 1."))
        .addOption(
            Options.choice(
                FORMAT, "-f", Format.class, "How to write the results: text by default."))
        .addOption(
            Options.flag(
                CheckOptions.VERBOSE, "-v", "Also list the tests that passed, with times."));
    spec.usageMessage()
        .footerHeading("%nExit status:%n")
        .footer(
            "  0  all tests passed",
            "  1  a test failed or was skipped, or too little is covered",
            "  2  wrong usage, or an error in the policies: no test was run");
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, IOException {
    Predicate<String> wanted = wanted(arguments.matchedOptionValue(RUN, ""));
    RegoPolicy policy = RegoPolicy.read(arguments, environment);
    boolean json = arguments.matchedOptionValue(FORMAT, Format.TEXT) == Format.JSON;
    Coverage coverage = new Coverage();
    try {
      CompiledPolicy compiled = policy.compile(true);
      TestRunner runner =
          new TestRunner(compiled, RegoTestCommand::options, coverage, System::nanoTime);
      List<TestResult> results = runner.run(wanted);
      CoverageReport covered = coverage.report(compiled, policy.texts());
      report(arguments, environment, new TestReport(results, policy.texts()), covered, json);
      boolean enough = isEnough(arguments, covered, environment);
      return enough && isPassed(arguments, results) ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    } catch (RegoException e) {
      RegoErrors errors = new RegoErrors(policy.texts());
      if (json) {
        Text.write(environment.out(), Json.of(errors.json(e.errors())) + "\n");
      } else {
        environment.err().print(errors.text(e.errors()));
      }
      return ExitStatus.USAGE;
    }
  }

  private static EvaluationOptions.Builder options() {
    return EvaluationOptions.builder().clock(Instant::now).random(RandomGenerator::getDefault);
  }

  private static Predicate<String> wanted(String regex) throws UsageException {
    try {
      return Pattern.compile(regex).asPredicate();
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "option '--run' has no regular expression: "
              + e.getDescription().toLowerCase(Locale.ROOT));
    }
  }

  private static void report(
      ParseResult arguments,
      Environment environment,
      TestReport tests,
      CoverageReport covered,
      boolean json)
      throws IOException {
    if (!arguments.hasMatchedOption(COVERAGE)) {
      boolean verbose = arguments.hasMatchedOption(CheckOptions.VERBOSE);
      Text.write(environment.out(), json ? tests.json() : tests.text(verbose));
      return;
    }
    environment.err().print(tests.failures());
    Text.write(environment.out(), json ? CoverageText.json(covered) : CoverageText.table(covered));
  }

  private static boolean isPassed(ParseResult arguments, List<TestResult> results) {
    boolean skippedOk = arguments.hasMatchedOption(SKIPPED_OK);
    return results.stream()
        .map(TestResult::outcome)
        .allMatch(outcome -> outcome == Outcome.PASS || outcome == Outcome.SKIPPED && skippedOk);
  }

  private static boolean isEnough(
      ParseResult arguments, CoverageReport covered, Environment environment) {
    int threshold = arguments.matchedOptionValue(THRESHOLD, 0);
    if (covered.percent() >= threshold) {
      return true;
    }
    environment
        .err()
        .printf(
            Locale.ROOT,
            "error: the tests cover %.1f%%, less than %d%%%n",
            covered.percent(),
            threshold);
    return false;
  }
}
