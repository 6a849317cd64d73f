package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundsTest {

  private static final String ENDLESS =
      "p := count([1 | some a in input; some b in input; some c in input; some d in input])";

  private static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void theBudgetEndsWhatTakesTooLong() {
    Rego rego =
        Rego.rules(ENDLESS).input(numbers(1000)).options(EvaluationOptions.builder().steps(50_000));
    assertThat(rego.error("p"))
        .hasToString("0.rego:2:78: eval_budget_error: evaluation takes more than 50000 steps");
  }

  @Test
  void builtInsAreOnTheBudgetToo() {
    Rego rego =
        Rego.rules("p := sum(numbers.range(1, 1000000))")
            .options(EvaluationOptions.builder().steps(1000));
    assertThat(rego.error("p").code()).isEqualTo("eval_budget_error");
  }

  @Test
  void aBudgetThatIsEnoughChangesNothing() {
    Rego rego =
        Rego.rules("p := count([1 | some a in input; some b in input])")
            .input(numbers(20))
            .options(EvaluationOptions.builder().steps(20_000));
    assertThat(rego.get("p")).isEqualTo("400");
  }

  private static String doubled(String start, String step) {
    String steps =
        IntStream.range(0, 60)
            .mapToObj(i -> "  " + step.replace("NEW", "x" + (i + 1)).replace("OLD", "x" + i))
            .collect(Collectors.joining("\n"));
    return "p := x60 if {\n  x0 := " + start + "\n" + steps + "\n}";
  }

  static Stream<String> whatDoubles() {
    return Stream.of(
        doubled("[1]", "NEW := [OLD, OLD]"),
        doubled("1", "NEW := {\"a\": OLD, \"b\": OLD}"),
        doubled("1", "NEW := {[OLD, 1], [OLD, 2]}"),
        doubled("[1]", "NEW := [[y | y := OLD], {y | y := OLD}]"),
        doubled("[1]", "NEW := array.concat(OLD, OLD)"),
        doubled("\"a\"", "NEW := $\"{OLD}{OLD}\""),
        "p := json.patch({\"a\": [1]}, [copy | input[_]])\n"
            + "copy := {\"op\": \"copy\", \"from\": \"/a\", \"path\": \"/a/0\"}",
        "p := {[a, b, c] | some a in input; some b in input; some c in input}");
  }

  @ParameterizedTest
  @MethodSource("whatDoubles")
  @Timeout(60)
  void whatGrowsWithoutEndIsStopped(String rule) {
    Rego rego =
        Rego.rules(rule)
            .input(numbers(1000))
            .options(EvaluationOptions.builder().steps(10_000_000));
    assertThat(rego.error("p").code()).isEqualTo("eval_budget_error");
  }

  @Test
  @Timeout(60)
  void valuesThatShareTheirPartsAreComparedWithinTheBudget() {
    String steps =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    "  xJ := [xI, xI]\n  yJ := [yI, yI]"
                        .replace("J", "" + (i + 1))
                        .replace("I", "" + i))
            .collect(Collectors.joining("\n"));
    Rego rego =
        Rego.rules(
                "p if {\n  x0 := [1]\n  y0 := [1]\n" + steps,
                "  some i in input",
                "  x24 == y24",
                "  i < 0",
                "}")
            .input(numbers(1000))
            .options(EvaluationOptions.builder().steps(50_000_000));
    assertThat(rego.error("p").code()).isEqualTo("eval_budget_error");
  }

  @Test
  void aResultBeyondTheBoundsOfABuiltinEndsTheEvaluation() {
    assertThat(Rego.rules("p if count(numbers.range(1, 10000000)) > 0").error("p").code())
        .isEqualTo("eval_budget_error");
    assertThat(Rego.rules("p if not numbers.range(1, 10000000)").error("p").code())
        .isEqualTo("eval_budget_error");
  }

  @Test
  void anEvaluationCanBeCancelled() {
    AtomicInteger asked = new AtomicInteger();
    Rego rego =
        Rego.rules(ENDLESS)
            .input(numbers(1000))
            .options(EvaluationOptions.builder().cancelled(() -> asked.incrementAndGet() > 5));
    RegoError error = rego.error("p");
    assertThat(error.code()).isEqualTo("eval_cancel_error");
    assertThat(error.message()).isEqualTo("caller cancelled query execution");
    assertThat(asked).hasValue(6);
  }

  @Test
  void anInputThatIsNestedDeeplyIsAnErrorAtWorst() throws RegoException {
    RegoValue deep = RegoNumber.of(1);
    for (int i = 0; i < 200_000; i++) {
      deep = RegoArray.of(deep);
    }
    PreparedQuery query =
        RegoCompiler.builder()
            .module("a.rego", "package a\np := input == [input]\nq := count(input)")
            .compile()
            .query("data.a");
    assertThat(errorOf(query, deep)).isIn("eval_internal_error", "");
  }

  private static String errorOf(PreparedQuery query, RegoValue input) {
    try {
      query.evaluate(Optional.of(input), RegoObject.EMPTY, EvaluationOptions.DEFAULT);
      return "";
    } catch (RegoException e) {
      return e.errors().get(0).code();
    }
  }

  @Test
  void aLongChainOfRulesIsEvaluated() {
    String rules =
        IntStream.range(0, 300)
            .mapToObj(i -> "p" + i + " := p" + (i + 1) + " + 1")
            .collect(Collectors.joining("\n"));
    assertThat(Rego.rules(rules, "p300 := 0").get("p0")).isEqualTo("300");
  }

  @Test
  void anEndlessChainOfRulesIsAnError() {
    String rules =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "p" + i + " := p" + (i + 1) + " + 1")
            .collect(Collectors.joining("\n"));
    RegoError error = Rego.rules(rules, "p20000 := 0").error("p0");
    assertThat(error.code()).isEqualTo("eval_internal_error");
    assertThat(error.message()).isEqualTo("evaluation is nested too deeply");
  }

  @Test
  void aLongBodyIsNoDeepOne() {
    String body =
        IntStream.range(0, 5000)
            .mapToObj(i -> "  x" + (i + 1) + " := x" + i + " + 1")
            .collect(Collectors.joining("\n"));
    Rego rego = Rego.rules("p := x5000 if {", "  x0 := 0", body, "}");
    assertThat(rego.get("p")).isEqualTo("5000");
  }

  @Test
  @Timeout(60)
  void manyRulesOfOneNameAreCompiled() {
    assertThat(Rego.rules("p contains 1\n".repeat(50_000)).get("p")).isEqualTo("{1}");
  }

  @Test
  @Timeout(60)
  void manyDeclarationsAndStatementsInTheWrongOrderAreCompiled() {
    String names = names(20_000, i -> "x" + i, ", ");
    assertThat(Rego.rules("p if { some " + names + "; true }").errors())
        .startsWith("0.rego:2:8: rego_compile_error: declared var x0 unused");
    String chain = names(1000, i -> "x" + i + " = x" + (i + 1), "; ");
    assertThat(Rego.rules("p := x0 if { " + chain + "; x1000 = 7 }").get("p")).isEqualTo("7");
  }

  private static String names(int count, IntFunction<String> name, String separator) {
    return IntStream.range(0, count).mapToObj(name).collect(Collectors.joining(separator));
  }

  @Test
  void namesThatAreNestedDeeplyAreErrors() {
    String deep = ".a".repeat(50_000);
    assertThat(Rego.of("package a" + deep).errors()).contains("package is nested too deeply");
    assertThat(Rego.rules("p" + deep + " := 1").errors())
        .contains("name of rule is nested too deeply");
  }

  @Test
  void aPolicyThatIsNestedDeeplyIsAnErrorAtWorst() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(Rego.rules("p := " + deep).errors()).contains("error");
    String calls = String.join("", Collections.nCopies(3000, "count([")) + "])".repeat(3000);
    assertThat(Rego.rules("p := " + calls).errors()).isNotNull();
  }
}
