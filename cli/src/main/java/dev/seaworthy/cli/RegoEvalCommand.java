package dev.seaworthy.cli;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.PolicyReader;
import dev.seaworthy.rego.trace.Profile;
import dev.seaworthy.rego.trace.TraceEvent;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.FileTree;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code seaworthy rego eval}. */
final class RegoEvalCommand implements Command {

  private static final String DATA = "--data";
  private static final String BUNDLE = "--bundle";
  private static final String INPUT = "--input";
  private static final String STDIN_INPUT = "--stdin-input";
  private static final String PACKAGE = "--package";
  private static final String IMPORT = "--import";
  private static final String STRICT = "--strict-builtin-errors";
  private static final String FORMAT = "--format";
  private static final String PROFILE = "--profile";
  private static final String EXPLAIN = "--explain";
  private static final String FAIL = "--fail";
  private static final String FAIL_DEFINED = "--fail-defined";

  @Override
  public String name() {
    return "rego eval";
  }

  @Override
  public String description() {
    return "Evaluate a Rego query.";
  }

  @Override
  public void addTo(CommandSpec spec) {
    spec.addPositional(
        Options.parameter("QUERY", "1", "Such as 'data.app.deny' or 'x := 1; y := x + 1'."));
    spec.addOption(
            Options.texts(
                DATA, "-d", "PATH", "A policy or data file, a folder of both, or a bundle."))
        .addOption(Options.texts(BUNDLE, "-b", "PATH", "A bundle: a .tar.gz or a folder."))
        .addOption(Options.text(INPUT, "-i", "FILE", "The input document, JSON or YAML."))
        .addOption(Options.flag(STDIN_INPUT, "-I", "Read the input from standard input."))
        .addOption(Options.text(PACKAGE, "NAME", "The package whose rules the query may name."))
        .addOption(Options.texts(IMPORT, "PATH", "An import of the query, as 'data.lib as l'."))
        .addOption(Options.flag(STRICT, "Errors of built-in functions end the evaluation."));
    RegoPolicy.addVersionTo(spec);
    spec.addOption(
            Options.choice(
                FORMAT, "-f", EvalFormat.class, "How to write the results: json by default."))
        .addOption(Options.flag(PROFILE, "Say which lines were evaluated how often and how long."))
        .addOption(
            Options.choice(EXPLAIN, Explanation.Level.class, "Say how the results came about."))
        .addOption(Options.flag(FAIL, "The exit status is 1 if there is no result."))
        .addOption(Options.flag(FAIL_DEFINED, "The exit status is 1 if there is a result."));
    spec.usageMessage()
        .footerHeading("%nExit status:%n")
        .footer(
            "  0  the query was evaluated, also if it has no result",
            "  1  --fail or --fail-defined says so",
            "  2  wrong usage, or an error in the policies, the input or the evaluation");
  }

  @Override
  public int run(ParseResult arguments, Environment environment)
      throws UsageException, IOException {
    String query = arguments.matchedPositionalValue(0, "");
    EvalFormat format = arguments.matchedOptionValue(FORMAT, EvalFormat.JSON);
    checkFormat(arguments, format);
    RegoPolicy policy =
        RegoPolicy.read(
            arguments,
            environment,
            arguments.matchedOptionValue(DATA, List.of()),
            arguments.matchedOptionValue(BUNDLE, List.of()));
    Map<String, String> texts = new HashMap<>(policy.texts());
    texts.put("", query);
    try {
      EvalResult result = evaluate(query, policy, texts, arguments, environment);
      Text.write(environment.out(), format.write(result));
      return status(arguments, !result.solutions().isEmpty());
    } catch (RegoException e) {
      RegoErrors errors = new RegoErrors(texts);
      if (format == EvalFormat.JSON) {
        Text.write(environment.out(), Json.of(errors.json(e.errors())) + "\n");
      } else {
        environment.err().print(errors.text(e.errors()));
      }
      return ExitStatus.USAGE;
    }
  }

  private static void checkFormat(ParseResult arguments, EvalFormat format) throws UsageException {
    boolean more = arguments.hasMatchedOption(PROFILE) || arguments.hasMatchedOption(EXPLAIN);
    if (more && format != EvalFormat.JSON && format != EvalFormat.PRETTY) {
      throw new UsageException("'--profile' and '--explain' need '--format' json or pretty");
    }
  }

  private static int status(ParseResult arguments, boolean defined) {
    boolean fails = arguments.hasMatchedOption(defined ? FAIL_DEFINED : FAIL);
    return fails ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
  }

  private static EvalResult evaluate(
      String query,
      RegoPolicy policy,
      Map<String, String> texts,
      ParseResult arguments,
      Environment environment)
      throws RegoException, UsageException {
    boolean profiled = arguments.hasMatchedOption(PROFILE);
    Optional<Explanation.Level> level =
        Optional.ofNullable(arguments.matchedOptionValue(EXPLAIN, null));
    Profile profile = new Profile(System::nanoTime);
    Explanation explanation = new Explanation(level, texts);
    EvaluationOptions options =
        EvaluationOptions.builder()
            .steps(Long.MAX_VALUE)
            .strictBuiltinErrors(arguments.hasMatchedOption(STRICT))
            .clock(Instant::now)
            .random(RandomGenerator::getDefault)
            .printHook((at, text) -> environment.err().println(text))
            .tracer(event -> follow(event, profile, explanation))
            .build();
    CompiledPolicy compiled = policy.compile(profiled || level.isPresent());
    Optional<RegoValue> input = input(arguments, environment);
    PreparedQuery prepared = prepare(query, compiled, arguments);
    List<QueryResult> solutions = prepared.evaluate(input, compiled.data(), options);
    profile.stop();
    return EvalResult.of(
        query,
        RegoPolicy.version(arguments),
        solutions,
        profiled ? Optional.of(profile.lines()) : Optional.empty(),
        level.map(wanted -> explanation));
  }

  private static void follow(TraceEvent event, Profile profile, Explanation explanation) {
    profile.trace(event);
    explanation.trace(event);
  }

  private static PreparedQuery prepare(String query, CompiledPolicy compiled, ParseResult arguments)
      throws RegoException {
    boolean scoped = arguments.hasMatchedOption(PACKAGE) || arguments.hasMatchedOption(IMPORT);
    return scoped
        ? compiled.query(
            query,
            arguments.matchedOptionValue(PACKAGE, "query"),
            arguments.matchedOptionValue(IMPORT, List.of()))
        : compiled.query(query);
  }

  private static Optional<RegoValue> input(ParseResult arguments, Environment environment)
      throws RegoException, UsageException {
    if (arguments.hasMatchedOption(STDIN_INPUT)) {
      Source stdin = Source.of(Source.STANDARD_INPUT, environment.in());
      return Optional.of(PolicyReader.document(stdin));
    }
    if (!arguments.hasMatchedOption(INPUT)) {
      return Optional.empty();
    }
    String name = arguments.matchedOptionValue(INPUT, "");
    FileTree file = FileTree.of(environment.workingDirectory(), Operands.path(name), any -> true);
    if (file.isFolder() || file.entries().isEmpty()) {
      throw new UsageException("input '" + name + "' is no file that can be read");
    }
    return Optional.of(PolicyReader.document(file.entries().get(0).source()));
  }
}
