package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.syntax.RegoVersion;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompileErrorsTest {

  static Arguments[] unsafe() {
    return new Arguments[] {
      error("p if x > 1", "2:6: rego_unsafe_var_error: var x is unsafe"),
      error("p := x if true", "2:6: rego_unsafe_var_error: var x is unsafe"),
      error("p contains x if true", "2:12: rego_unsafe_var_error: var x is unsafe"),
      error("p[x] := 1 if true", "2:3: rego_unsafe_var_error: var x is unsafe"),
      error("p if not input[x]", "2:6: rego_unsafe_var_error: var x is unsafe"),
      error("p if not input[_]", "2:6: rego_unsafe_var_error: var _ is unsafe"),
      error("p if { x = y; y = x }", "2:8: rego_unsafe_var_error: var x is unsafe"),
      error("p if { x = f(x) }\nf(y) := y", "2:8: rego_unsafe_var_error: var x is unsafe"),
      error("p := [y | x = 1]", "2:6: rego_unsafe_var_error: var y is unsafe"),
      error("p if { x := [y | y = 1; z > y] }", "2:25: rego_unsafe_var_error: var z is unsafe"),
      error("p if { x = {x | x = 1} }", "2:8: rego_unsafe_var_error: var x is unsafe"),
      error("p if { input with input as x }", "2:8: rego_unsafe_var_error: var x is unsafe"),
      error("p if { y := x + 1 }", "2:13: rego_unsafe_var_error: var x is unsafe"),
      error("p := 1 if x\nq := z", "3:6: rego_unsafe_var_error: var z is unsafe"),
      error("p := [1, x]", "2:10: rego_unsafe_var_error: var x is unsafe"),
      error("p if every x in input { x > y }", "2:25: rego_unsafe_var_error: var y is unsafe"),
      error("f(x) := y if x", "2:9: rego_unsafe_var_error: var y is unsafe"),
    };
  }

  static Arguments[] declarations() {
    return new Arguments[] {
      error("p if { x := 1; x := 2 }", "2:16: rego_compile_error: var x assigned above"),
      error("p if { x > 1; x := 2 }", "2:15: rego_compile_error: var x referenced above"),
      error("p if { some x; input[x]; x := 2 }", "2:26: rego_compile_error: var x declared above"),
      error("f(x) if { x := 2 }", "2:11: rego_compile_error: arg x redeclared"),
      error("p if { some x, y; input[x] }", "2:8: rego_compile_error: declared var y unused"),
      error("p if every x, y in [1] { x }", "2:26: rego_compile_error: declared var y unused"),
      error(
          "p if not x := 1",
          "2:6: rego_compile_error: cannot assign vars inside negated expression"),
      error("p if input.x := 1", "2:6: rego_compile_error: cannot assign to ref"),
      error("p if 1 := 1", "2:6: rego_compile_error: cannot assign to number"),
      error("f(count(1)) := 1", "2:3: rego_compile_error: rule arguments cannot contain calls"),
      error(
          "p if { f := 1; f(1) }\nf(x) := x",
          "2:16: rego_compile_error: called function f shadowed"),
      error("p := $\"{x}\"", "2:9: rego_unsafe_var_error: var x is unsafe"),
      error("p if $\"{x}\"", "2:9: rego_compile_error: var x is undeclared"),
      error("p if { print(x); x = 1 }", "2:14: rego_compile_error: var x is undeclared"),
    };
  }

  static Arguments[] types() {
    return new Arguments[] {
      error("p if missing(1)", "2:6: rego_type_error: undefined function missing"),
      error(
          "p if data.test.q(1, 2)\nq := 1",
          "2:6: rego_type_error: function data.test.q has arity 0, got 2 arguments"),
      error(
          "p := f(1, 2)\nf(x) := x",
          "2:6: rego_type_error: function data.test.f has arity 1, got 2 arguments"),
      error("p := count(1, 2)", "2:6: rego_type_error: count: arity mismatch"),
      error("p := count(1)", "2:6: rego_type_error: count: invalid argument(s)"),
      error("p if \"a\" == 1", "2:6: rego_type_error: match error"),
      error("p if not count(1)", "2:6: rego_type_error: count: invalid argument(s)"),
      error("p := [1 | \"a\" == 1]", "2:11: rego_type_error: match error"),
      error("p if { x > 1; count(1) }", "2:8: rego_unsafe_var_error: var x is unsafe"),
      error("p if {input.k: x} = {\"a\": 1}", "2:6: rego_unsafe_var_error: var x is unsafe"),
      error("p if [x] = [1, 2]", "2:6: rego_unsafe_var_error: var x is unsafe"),
      error("p if [x] = {\"a\": 1}", "2:6: rego_unsafe_var_error: var x is unsafe"),
      error("p := 1\np(x) := x", "2:1: rego_type_error: conflicting rules data.test.p found"),
      error("p := 1\np contains 2", "2:1: rego_type_error: conflicting rules data.test.p found"),
      error("f(x) := x\nf(x, y) := x", "2:1: rego_type_error: conflicting rules data.test.f found"),
      error(
          "p.q := 1\np.q.r := 2",
          "2:1: rego_type_error: rule data.test.p.q conflicts with [data.test.p.q.r]"),
      error(
          "default p := 1\ndefault p := 2",
          "1:1: rego_type_error: multiple default rules data.test.p found at 0.rego:2, 0.rego:3"),
      error("p := print(1)", "2:6: rego_type_error: print(...) used as value"),
      error(
          "p if true with x.y as 1",
          "2:16: rego_type_error: with keyword target must reference existing input, data, or a function"),
      error(
          "p if true with data.test.q.r as 1\nq := 1",
          "2:16: rego_compile_error: with keyword cannot partially replace virtual document(s)"),
      error(
          "p if true with walk as 1",
          "2:16: rego_compile_error: with keyword replacing built-in function: target must not be a relation"),
      error(
          "p if f(1) with f as g\nf(x) := x\ng(x, y) := x",
          "2:11: rego_type_error: data.test.f: arity mismatch"),
      error(
          "p := graphql.is_valid(\"\", \"\")",
          "2:6: rego_type_error: built-in function graphql.is_valid is not supported"),
    };
  }

  static Arguments[] restrictionsOfV1() {
    return new Arguments[] {
      error(
          "input := 1",
          "2:1: rego_compile_error: rules must not shadow input (use a different rule name)"),
      error(
          "data.x := 1",
          "2:1: rego_compile_error: rules must not shadow data (use a different rule name)"),
      error(
          "f(input) := 1",
          "2:1: rego_compile_error: args must not shadow input (use a different variable name)"),
      error(
          "p := [input | input := 1]",
          "2:15: rego_compile_error: variables must not shadow input"
              + " (use a different variable name)"),
      error(
          "p := {all([true])}",
          "2:7: rego_type_error: deprecated built-in function calls in expression: all"),
    };
  }

  static Arguments[] recursion() {
    return new Arguments[] {
      error(
          "p if q\nq if p",
          "2:1: rego_recursion_error: rule data.test.p is recursive: data.test.p -> data.test.q -> data.test.p"),
      error(
          "p := data.test",
          "2:1: rego_recursion_error: rule data.test.p is recursive: data.test.p -> data.test.p"),
      error(
          "p contains x if data.test[x]",
          "2:1: rego_recursion_error: rule data.test.p is recursive: data.test.p -> data.test.p"),
      error(
          "f(x) := f(x - 1) if x > 0",
          "2:1: rego_recursion_error: rule data.test.f is recursive: data.test.f -> data.test.f"),
      error(
          "p := [x | x := q]\nq := {p}",
          "2:1: rego_recursion_error: rule data.test.p is recursive: data.test.p -> data.test.q -> data.test.p"),
    };
  }

  private static Arguments error(String rules, String expected) {
    return Arguments.of(rules, expected);
  }

  @ParameterizedTest
  @MethodSource({"unsafe", "declarations", "types", "restrictionsOfV1", "recursion"})
  void anErrorNamesItsPlaceAndTheCause(String rules, String expected) {
    String errors = Rego.rules(rules).errors();
    assertThat(errors.lines().findFirst().orElse("")).startsWith("0.rego:" + expected);
  }

  @Test
  void allErrorsOfAStepAreReportedInOrder() {
    assertThat(Rego.rules("p if x", "q if { not y }").errors())
        .isEqualTo(
            "0.rego:2:6: rego_unsafe_var_error: var x is unsafe\n"
                + "0.rego:3:8: rego_unsafe_var_error: var y is unsafe");
  }

  @Test
  void headsAreReportedBeforeBodies() {
    assertThat(Rego.rules("p := x if not y", "q := z").errors())
        .isEqualTo(
            "0.rego:2:6: rego_unsafe_var_error: var x is unsafe\n"
                + "0.rego:3:6: rego_unsafe_var_error: var z is unsafe");
  }

  @Test
  void whatV1RestrictsIsAllowedInV0() {
    Rego rego = Rego.of("package test\ninput = 1 { any([true]) }");
    rego.compiler().version(RegoVersion.V0);
    assertThat(rego.get("input")).isEqualTo("1");
  }

  @Test
  void theBodiesOfEveryHaveNoTypes() {
    Rego rego = Rego.rules("p if every x in [1] { {1} != [x]; not \"a\" == 1 }");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(Rego.rules("p if every x in [1] { x; [1 | count(1)] }").errors())
        .startsWith("0.rego:2:31: rego_type_error: count: invalid argument(s)");
  }

  @Test
  void noMoreThanTenErrorsAreReported() {
    String[] rules = new String[20];
    Arrays.fill(rules, "p if x");
    assertThat(Rego.rules(rules).errors().lines())
        .hasSize(11)
        .last()
        .isEqualTo("rego_compile_error: error limit reached");
  }

  @Test
  void parseErrorsOfAllFilesAreReported() {
    assertThat(Rego.of("package a\np if", "package b\np :=").errors())
        .contains("0.rego:2:", "1.rego:2:", "rego_parse_error");
  }

  @Test
  void importsMustNotHideEachOther() {
    assertThat(Rego.of("package a\nimport data.x.y\nimport data.z.y").errors())
        .isEqualTo("0.rego:3:1: rego_compile_error: import must not shadow import data.x.y");
  }

  @Test
  void aRuleAndAPackageCannotBeAtTheSamePlace() {
    assertThat(Rego.of("package a\nb := 1", "package a.b\nc := 2").errors())
        .contains("0.rego:2:1: rego_type_error: rule data.a.b conflicts with [data.a.b.c]");
    assertThat(Rego.of("package a\nb := 1", "package a.b").errors())
        .isEqualTo(
            "0.rego:1:1: rego_type_error: "
                + "package a.b conflicts with rule b defined at 0.rego:2");
  }
}
