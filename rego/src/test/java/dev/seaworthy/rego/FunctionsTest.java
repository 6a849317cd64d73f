package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.builtin.ArgumentType;
import dev.seaworthy.rego.builtin.Builtin;
import dev.seaworthy.rego.builtin.BuiltinException;
import dev.seaworthy.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FunctionsTest {

  @Test
  void functionsHaveSeveralDefinitionsWithPatterns() {
    Rego rego =
        Rego.rules(
            "f(\"a\", _) := 1",
            "f([x, y], z) := x + y + z",
            "f({\"k\": v}, _) := v",
            "p := [f(\"a\", 0), f([1, 2], 3), f({\"k\": 7}, null)]",
            "q := f({\"k\": 7, \"l\": 8}, null)");
    assertThat(rego.get("p")).isEqualTo("[1, 6, 7]");
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void aSetWithVariablesIsAParameterThatNothingMatches() {
    Rego rego = Rego.rules("f({x}) := x", "g({\"a\": {x}}, x) := x", "p := f({1})");
    assertThat(rego.get("p")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.value("data.test.g({\"a\": {1}}, 1)")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void aParameterThatStandsTwiceMeansOneValue() {
    Rego rego = Rego.rules("f(x, x) := x", "p := f(1, 1)", "q := f(1, 2)");
    assertThat(rego.get("p")).isEqualTo("1");
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void functionsHaveElseAndDefault() {
    Rego rego =
        Rego.rules(
            "default f(_) := \"other\"",
            "f(x) := \"big\" if x > 10",
            "else := \"small\" if x < 3",
            "p := [f(11), f(1), f(5)]");
    assertThat(rego.get("p")).isEqualTo("[\"big\", \"small\", \"other\"]");
  }

  @Test
  void twoValuesOfACallAreAConflict() {
    RegoError error = Rego.rules("f(x) := x", "f(x) := x + 1", "p := f(1)").error("p");
    assertThat(error)
        .hasToString(
            "0.rego:3:1: eval_conflict_error: "
                + "functions must not produce multiple outputs for same inputs");
  }

  @Test
  void theResultMayBeTheLastArgument() {
    Rego rego = Rego.rules("f(x) := [x, x + 1]", "p := b if f(1, [_, b])");
    assertThat(rego.get("p")).isEqualTo("2");
  }

  @Test
  void anUndefinedArgumentMakesTheCallUndefined() {
    Rego rego = Rego.rules("f(_) := 1", "p := f(input.missing)", "q := [1 | f(input.missing)]");
    assertThat(rego.get("p")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("q")).isEqualTo("[]");
  }

  @Test
  void functionsAreNoDocuments() {
    Rego rego = Rego.rules("f(x) := x", "g.h(x) := x", "p := 1");
    assertThat(rego.value("data.test")).isEqualTo("{\"g\": {}, \"p\": 1}");
  }

  @Test
  void aCallIsComputedOnce() {
    AtomicInteger calls = new AtomicInteger();
    Rego rego = Rego.rules("f(x) := count_call(x)", "p := {f(x) | some x in [1, 1, 1]}");
    rego.compiler().builtin(counting(calls));
    assertThat(rego.get("p")).isEqualTo("{1}");
    assertThat(calls).hasValue(1);
  }

  @Test
  void aDocumentIsComputedOnce() {
    AtomicInteger calls = new AtomicInteger();
    Rego rego =
        Rego.rules(
            "p := count_call(1)",
            "q contains x if { some x in [1, 2]; p == 1 }",
            "r := p + count(q)");
    rego.compiler().builtin(counting(calls));
    assertThat(rego.get("r")).isEqualTo("3");
    assertThat(calls).hasValue(1);
  }

  private static Builtin counting(AtomicInteger calls) {
    return new Builtin(
        "count_call",
        List.of(ArgumentType.ANY),
        false,
        (context, arguments) -> {
          calls.incrementAndGet();
          return arguments[0];
        });
  }

  @Test
  void errorsOfBuiltInsAreUndefinedUnlessTheyAreStrict() {
    Rego rego = Rego.rules("p if {", "  x := fail(1)", "}", "q if not fail(1)");
    rego.compiler()
        .builtin(
            new Builtin(
                "fail",
                List.of(ArgumentType.ANY),
                false,
                (context, arguments) -> {
                  throw BuiltinException.of("fail: on purpose");
                }));
    assertThat(rego.get("p")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("q")).isEqualTo("true");
    rego.options(EvaluationOptions.builder().strictBuiltinErrors(true));
    assertThat(rego.error("p")).hasToString("0.rego:3:8: eval_builtin_error: fail: on purpose");
  }

  @Test
  void embeddersMaySupplyWhatIsLeftOut() {
    Rego rego = Rego.rules("p := http.send({\"url\": \"x\"}).body");
    assertThat(rego.errors())
        .startsWith("0.rego:2:6: rego_type_error: built-in function http.send is not supported: ");
    rego.compiler()
        .builtin(
            new Builtin(
                "http.send",
                List.of(ArgumentType.of("object")),
                false,
                (context, arguments) -> RegoValue.of(Map.of("body", 1))));
    assertThat(rego.get("p")).isEqualTo("1");
  }
}
