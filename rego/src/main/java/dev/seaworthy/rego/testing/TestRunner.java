package dev.seaworthy.rego.testing;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.QueryResult;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.syntax.Module;
import dev.seaworthy.rego.syntax.Rule;
import dev.seaworthy.rego.syntax.Term;
import dev.seaworthy.rego.testing.TestResult.Case;
import dev.seaworthy.rego.testing.TestResult.Failure;
import dev.seaworthy.rego.testing.TestResult.Outcome;
import dev.seaworthy.rego.trace.Tracer;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests of a policy: rules whose names start with {@code test_} pass if their value is
 * {@code true}. A rule such as {@code test_cases[name] if ...} is a table of cases: it passes if
 * all cases do that it comes to. Rules whose names start with {@code todo_test_} are skipped.
 */
public final class TestRunner {

  private static final String TEST = "test_";
  private static final String TODO = "todo_test_";

  private final CompiledPolicy policy;
  private final Supplier<EvaluationOptions.Builder> options;
  private final Tracer tracer;
  private final LongSupplier nanoTime;

  /**
   * @param policy the policy with its tests. Only if it can be traced is it known for which
   *     statements tests fail, and which cases of tables do
   * @param options makes the options of each test; its prints and its trace are ours
   * @param tracer follows all tests, such as a {@link dev.seaworthy.rego.trace.Coverage}
   * @param nanoTime a clock, such as {@link System#nanoTime}
   */
  public TestRunner(
      CompiledPolicy policy,
      Supplier<EvaluationOptions.Builder> options,
      Tracer tracer,
      LongSupplier nanoTime) {
    this.policy = policy;
    this.options = options;
    this.tracer = tracer;
    this.nanoTime = nanoTime;
  }

  /**
   * Runs tests one after the other, by file and place.
   *
   * @param wanted says by its path, such as {@code data.app_test.test_denies}, whether to run a
   *     test
   */
  public List<TestResult> run(Predicate<String> wanted) {
    Map<String, Test> tests = new LinkedHashMap<>();
    for (Module module : policy.modules()) {
      for (Rule rule : module.rules()) {
        Test test = new Test(module, rule);
        if (test.isTest() && wanted.test(test.path())) {
          tests.putIfAbsent(test.path(), test);
        }
      }
    }
    return tests.values().stream().map(this::run).toList();
  }

  private TestResult run(Test test) {
    if (test.name().startsWith(TODO)) {
      return test.result(Outcome.SKIPPED, 0, "", Optional.empty(), List.of(), List.of());
    }
    StringBuilder output = new StringBuilder();
    FailureTrace trace = new FailureTrace();
    EvaluationOptions ofTest =
        options
            .get()
            .printHook((at, text) -> output.append(text).append('\n'))
            .tracer(
                event -> {
                  tracer.trace(event);
                  trace.trace(event);
                })
            .build();
    long start = nanoTime.getAsLong();
    Optional<RegoValue> value = Optional.empty();
    Optional<RegoError> error = Optional.empty();
    try {
      value = value(test, ofTest);
    } catch (RegoException e) {
      error = Optional.of(e.errors().get(0));
    }
    long time = nanoTime.getAsLong() - start;
    List<Case> cases = test.isTable() ? cases(value.orElse(null), trace) : List.of();
    Outcome outcome = error.isPresent() ? Outcome.ERROR : outcome(test, value, cases);
    boolean failed = outcome == Outcome.FAIL && !test.isTable();
    List<Failure> failures = failed ? trace.failures() : List.of();
    return test.result(outcome, time, output.toString(), error, failures, cases);
  }

  private Optional<RegoValue> value(Test test, EvaluationOptions ofTest) throws RegoException {
    List<QueryResult> results =
        policy.query(test.path()).evaluate(Optional.empty(), policy.data(), ofTest);
    return results.stream().findFirst().map(result -> result.expressions().get(0));
  }

  private static Outcome outcome(Test test, Optional<RegoValue> value, List<Case> cases) {
    boolean passes =
        test.isTable()
            ? cases.stream().allMatch(Case::passed)
            : value.filter(RegoBoolean.TRUE::equals).isPresent();
    return passes ? Outcome.PASS : Outcome.FAIL;
  }

  private static List<Case> cases(@Nullable RegoValue table, FailureTrace trace) {
    List<Case> cases = new ArrayList<>();
    trace
        .cases()
        .forEach(
            (keys, failures) -> {
              boolean passed = RegoBoolean.TRUE.equals(at(table, keys));
              cases.add(
                  new Case(
                      keys.stream().map(FailureTrace::name).toList(),
                      passed,
                      passed ? List.of() : failures));
            });
    return cases;
  }

  private static @Nullable RegoValue at(@Nullable RegoValue table, List<RegoValue> keys) {
    RegoValue value = table;
    for (RegoValue key : keys) {
      value = value instanceof RegoObject object ? object.get(key) : null;
    }
    return value;
  }

  /** A rule that may be a test. */
  private record Test(Module module, Rule rule) {

    boolean isTest() {
      boolean named = name().startsWith(TEST) || name().startsWith(TODO);
      return named && rule.head().kind() != Rule.Kind.FUNCTION;
    }

    boolean isTable() {
      return rule.head().kind() == Rule.Kind.VALUE
          && rule.head().ref() instanceof Term.Ref ref
          && !(ref.path().stream().allMatch(Term.Scalar.class::isInstance));
    }

    String name() {
      Term ref = rule.head().ref();
      return ((Term.Var) (ref instanceof Term.Ref path ? path.head() : ref)).name();
    }

    String packageName() {
      StringBuilder path = new StringBuilder("data");
      for (String step : module.packagePath()) {
        boolean plain = step.matches("[A-Za-z_][A-Za-z0-9_]*");
        path.append(plain ? "." + step : "[" + RegoText.quote(step) + "]");
      }
      return path.toString();
    }

    String path() {
      return packageName() + "." + name();
    }

    TestResult result(
        Outcome outcome,
        long nanoseconds,
        String output,
        Optional<RegoError> error,
        List<Failure> failures,
        List<Case> cases) {
      return new TestResult(
          rule.location(),
          packageName(),
          name(),
          outcome,
          nanoseconds,
          output,
          error,
          failures,
          cases);
    }
  }
}
