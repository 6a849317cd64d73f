package dev.seaworthy.cli;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.report.Report;
import dev.seaworthy.report.SourceLines;
import dev.seaworthy.report.TextOptions;
import dev.seaworthy.report.TextOptions.Verbosity;
import dev.seaworthy.report.TextReport;
import dev.seaworthy.source.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Writes what was found to where the user wants it. */
final class ResultWriter {

  private static final String EXPLAIN = "seaworthy explain";

  private final Environment environment;
  private final Optional<OutputFile> file;
  private final Verbosity verbosity;
  private final boolean colour;

  ResultWriter(ParseResult arguments, Environment environment) throws UsageException {
    this.environment = environment;
    this.file = file(arguments, environment.workingDirectory());
    this.verbosity = verbosity(arguments);
    this.colour =
        switch (arguments.matchedOptionValue(ScanOptions.COLOR, ColorMode.AUTO)) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> file.isEmpty() && environment.wantsColour();
        };
  }

  /** What to show while the analysis runs. */
  Progress progress(int sources) {
    boolean shown = environment.isInteractive() && verbosity != Verbosity.QUIET;
    return new Progress(sources, environment.err(), shown, System::nanoTime);
  }

  /** How text looks. */
  TextOptions textOptions() {
    return new TextOptions(colour, verbosity, Optional.of(EXPLAIN));
  }

  /**
   * Writes the results.
   *
   * @param isText whether the report is for people, who find the problems in it
   * @param summary what a log says of results that go to a file
   */
  void write(AnalysisResult result, Report report, boolean isText, String summary)
      throws IOException {
    if (file.isPresent()) {
      file.get().write(out -> report.write(result, out));
    } else {
      report.write(result, new BufferedOutputStream(environment.out()));
    }
    boolean elsewhere = file.isPresent() || !isText;
    if (elsewhere && verbosity != Verbosity.QUIET) {
      tellPerson(result, summary);
    }
  }

  /** Where a program reads the results, the person who reads the log learns what went wrong. */
  private void tellPerson(AnalysisResult result, String summary) throws IOException {
    writeProblems(result.problems(), environment);
    file.ifPresent(written -> environment.err().println(summary + ", written to " + written));
  }

  /** One line for each problem, to the error stream. */
  static void writeProblems(List<Problem> problems, Environment environment) throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    AnalysisResult result =
        new AnalysisResult(List.of(), List.of(), problems, List.of(), List.of());
    TextOptions plain = new TextOptions(false, Verbosity.QUIET, Optional.empty());
    new TextReport(plain, SourceLines.NONE).write(result, environment.err());
  }

  private static Optional<OutputFile> file(ParseResult arguments, Path workingDirectory)
      throws UsageException {
    if (!arguments.hasMatchedOption(ScanOptions.OUTPUT)) {
      return Optional.empty();
    }
    Path path = Operands.path(arguments.matchedOptionValue(ScanOptions.OUTPUT, ""));
    return Optional.of(new OutputFile(workingDirectory.resolve(path)));
  }

  private static Verbosity verbosity(ParseResult arguments) throws UsageException {
    boolean quiet = arguments.hasMatchedOption(CheckOptions.QUIET);
    boolean verbose = arguments.hasMatchedOption(CheckOptions.VERBOSE);
    if (quiet && verbose) {
      throw new UsageException("options '--quiet' and '--verbose' contradict each other");
    }
    if (quiet) {
      return Verbosity.QUIET;
    }
    return verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }
}
