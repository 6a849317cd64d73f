package dev.seaworthy.rego.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.EvaluationOptions;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoError;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.testing.TestResult.Case;
import dev.seaworthy.rego.testing.TestResult.Failure;
import dev.seaworthy.rego.testing.TestResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestRunnerTest {

  @Test
  void judgesTestsAsOpaDoes() throws RegoException {
    List<TestResult> results =
        run(
            """
            package app_test

            test_true if 1 == 1
            test_undefined if 1 == 2
            test_false := false
            test_number := 5
            test_set contains 1
            test_else := false if { false } else := true
            test_function(x) if x
            todo_test_later if false
            other if false
            test_builtin_error if to_number("a")
            """);
    assertThat(results.stream().collect(Collectors.toMap(TestResult::name, TestResult::outcome)))
        .isEqualTo(
            Map.of(
                "test_true", Outcome.PASS,
                "test_undefined", Outcome.FAIL,
                "test_false", Outcome.FAIL,
                "test_number", Outcome.FAIL,
                "test_set", Outcome.FAIL,
                "test_else", Outcome.PASS,
                "todo_test_later", Outcome.SKIPPED,
                "test_builtin_error", Outcome.FAIL));
  }

  @Test
  void tellsPlaceAndPath() throws RegoException {
    TestResult result = run("package a[\"b-c\"]\n\ntest_x if true\n").get(0);
    assertThat(result.location()).hasToString("0.rego:3:1");
    assertThat(result.path()).isEqualTo("data.a[\"b-c\"].test_x");
    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void runsATestOfSeveralRulesOnce() throws RegoException {
    List<TestResult> results = run("package t\n\ntest_x if false\n\ntest_x if true\n");
    assertThat(results).extracting(TestResult::outcome).containsExactly(Outcome.PASS);
  }

  @Test
  void runsOnlyWhatIsWanted() throws RegoException {
    CompiledPolicy policy = compile("package t\ntest_a if true\ntest_b if true\n");
    assertThat(runner(policy).run(path -> path.equals("data.t.test_b")))
        .extracting(TestResult::name)
        .containsExactly("test_b");
  }

  @Test
  void reportsAnErrorAndGoesOn() throws RegoException {
    List<TestResult> results =
        run(
            """
            package t

            f(_) := 1
            f(_) := 2
            test_conflict if f(0)
            test_fine if true
            """);
    assertThat(results)
        .extracting(TestResult::outcome)
        .containsExactly(Outcome.ERROR, Outcome.PASS);
    assertThat(results.get(0).error()).map(RegoError::code).hasValue("eval_conflict_error");
  }

  @Test
  void saysForWhichStatementATestFails() throws RegoException {
    String text =
        """
        package t

        limit := 2

        test_x if {
          x := 3
          count([x, x]) + x == limit
        }
        """;
    assertThat(failures(text))
        .containsExactly(
            "count([x, x]) + x == limit {count([x, x]) + x: 5, limit: 2, x: 3, count([x, x]): 2}");
  }

  @Test
  void seesOperandsAsWithHasThem() throws RegoException {
    String text =
        """
        package t

        name := input.name

        test_x if name == "bob" with input as {"name": "eve"}
        """;
    assertThat(failures(text))
        .containsExactly("name == \"bob\" with input as {\"name\": \"eve\"} {name: \"eve\"}");
  }

  @Test
  void saysForWhichItemEveryFails() throws RegoException {
    String text =
        """
        package t

        test_x if {
          xs := [1, 5, 2]
          every x in xs { x < 3 }
        }
        """;
    assertThat(failures(text))
        .containsExactly("x < 3 {x: 5}", "every x in xs { x < 3 } {xs: [1, 5, 2], x: 5}");
  }

  @Test
  void saysNothingOfStatementsWhereNoRuleWasTried() throws RegoException {
    assertThat(run("package t\ntest_x := false\n").get(0).failures()).isEmpty();
  }

  @Test
  void reportsEachCaseOfATable() throws RegoException {
    TestResult result =
        run("""
                package t

                test_double[name] if {
                  some name, case in {
                    "one": {"x": 1, "want": 2},
                    "two": {"x": 2, "want": 5},
                    "three": {"x": 3, "want": 6},
                  }
                  case.x * 2 == case.want
                }
                """)
            .get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.cases())
        .extracting(each -> each.keys() + " " + each.passed())
        .containsExactlyInAnyOrder("[one] true", "[two] false", "[three] true");
    assertThat(result.cases().stream().filter(each -> !each.passed()).map(Case::failures))
        .singleElement()
        .satisfies(failures -> assertThat(failures.get(0).location().row()).isEqualTo(9));
  }

  @Test
  void namesCasesByAComputedKey() throws RegoException {
    TestResult result =
        run("""
                package t

                test_x[case.note] if {
                  some case in [{"note": "a", "v": 1}, {"note": "b", "v": 2}]
                  case.v == 1
                }
                """)
            .get(0);
    assertThat(result.cases())
        .extracting(each -> each.keys() + " " + each.passed())
        .containsExactly("[a] true", "[b] false");
  }

  @Test
  void reportsNestedTables() throws RegoException {
    TestResult result =
        run("""
                package t

                test_x[a][b] if {
                  some a, inner in {"x": {"p": 1, "q": 2}}
                  some b, v in inner
                  v == 1
                }
                """)
            .get(0);
    assertThat(result.cases())
        .extracting(each -> each.keys() + " " + each.passed())
        .containsExactly("[x, p] true", "[x, q] false");
  }

  @Test
  void passesATableOfWhichEachCaseHolds() throws RegoException {
    assertThat(run("package t\ntest_x[n] if some n in [1, 2]\n").get(0).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void keepsWhatTestsPrint() throws RegoException {
    TestResult result =
        run("package t\ntest_x if {\n  print(\"a\", input.x)\n  print(1)\n}\n").get(0);
    assertThat(result.output()).isEqualTo("a <undefined>\n1\n");
  }

  @Test
  void measuresEachTest() throws RegoException {
    assertThat(run("package t\ntest_x if true\n").get(0).nanoseconds()).isEqualTo(10);
  }

  @Test
  void judgesAPolicyThatCannotBeTracedTheSame() throws RegoException {
    CompiledPolicy plain =
        RegoCompiler.builder()
            .module("t.rego", "package t\ntest_a if true\ntest_b if 1 == 2\n")
            .compile();
    assertThat(runner(plain).run(path -> true))
        .extracting(TestResult::outcome)
        .containsExactly(Outcome.PASS, Outcome.FAIL);
  }

  private static CompiledPolicy compile(String text) throws RegoException {
    return RegoCompiler.builder().module("0.rego", text).traceable().compile();
  }

  private static List<TestResult> run(String text) throws RegoException {
    return runner(compile(text)).run(path -> true);
  }

  private static TestRunner runner(CompiledPolicy policy) {
    AtomicLong clock = new AtomicLong();
    return new TestRunner(
        policy, EvaluationOptions::builder, event -> {}, () -> clock.getAndAdd(10));
  }

  /** Each failure of the only test, as text and with its operands. */
  private static List<String> failures(String text) throws RegoException {
    return run(text).get(0).failures().stream().map(failure -> failure(failure, text)).toList();
  }

  private static String failure(Failure failure, String text) {
    return text.substring(
            failure.location().offset(), failure.location().offset() + failure.location().length())
        + failure.operands().stream()
            .map(
                operand ->
                    text.substring(
                            operand.location().offset(),
                            operand.location().offset() + operand.location().length())
                        + ": "
                        + operand.value().map(Object::toString).orElse("undefined"))
            .distinct()
            .collect(Collectors.joining(", ", " {", "}"));
  }
}
