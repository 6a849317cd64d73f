package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void statementsAreOrderedSoThatVariablesAreBound() {
    Rego rego =
        Rego.rules(
            "p := y if { y > 1; y = x + 1; x = input.x }",
            "q if { not bad[x]; x = input.x }",
            "bad contains 7",
            "r := z if { z = [x | x = y]; y = input.x }");
    rego.input("{\"x\": 4}");
    assertThat(rego.get("p")).isEqualTo("5");
    assertThat(rego.get("q")).isEqualTo("true");
    assertThat(rego.get("r")).isEqualTo("[4]");
  }

  @Test
  void unificationBindsOnBothSides() {
    Rego rego =
        Rego.rules(
            "p := [x, y, z] if [x, {\"a\": y}, 3] = [1, {\"a\": 2}, z]",
            "q := [x, y] if { [x, y] = [y, 1] }",
            "r if { {\"a\": x, \"b\": x} = {\"a\": 1, \"b\": 2} }",
            "s := x if { y := {\"a\": 5}; {input.k: x} = y }",
            "t := [x, y] if { {input.k: x, \"b\": 2} = {\"b\": y, input.k: 3} }");
    assertThat(rego.get("p")).isEqualTo("[1, 2, 3]");
    assertThat(rego.get("q")).isEqualTo("[1, 1]");
    assertThat(rego.get("r")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.input("{\"k\": \"a\"}").get("s")).isEqualTo("5");
    assertThat(rego.get("t")).isEqualTo("[3, 2]");
  }

  @Test
  void sizesAndKeysHaveToBeTheSame() {
    Rego rego =
        Rego.rules(
            "p if [x] = input.array", "q if {\"a\": x} = input.object", "r if {1, 2} = {2, 1}");
    rego.input("{\"array\": [1, 2], \"object\": {\"a\": 1, \"b\": 2}}");
    assertThat(rego.get("p")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("r")).isEqualTo("true");
  }

  @Test
  void assignmentDestructures() {
    Rego rego = Rego.rules("p := [a, b, c] if { [a, {\"k\": b}, _] := input; c := a }");
    assertThat(rego.input("[1, {\"k\": 2}, 3]").get("p")).isEqualTo("[1, 2, 1]");
  }

  @Test
  void someDeclaresVariablesOfItsOwn() {
    Rego rego =
        Rego.rules(
            "x := 7",
            "p contains x if { some x; input[x] == 1 }",
            "q contains v if some v in input",
            "r contains [k, v] if some k, v in input",
            "s contains a if some [a, 1] in [[5, 1], [6, 2]]");
    rego.input("{\"a\": 1, \"b\": 2}");
    assertThat(rego.get("p")).isEqualTo("{\"a\"}");
    assertThat(rego.get("q")).isEqualTo("{1, 2}");
    assertThat(rego.get("r")).isEqualTo("{[\"a\", 1], [\"b\", 2]}");
    assertThat(rego.get("s")).isEqualTo("{5}");
  }

  @Test
  void onlyFalseAndUndefinedDoNotHold() {
    Rego rego =
        Rego.rules(
            "p contains i if { some i, x in input; x }", "q if { 0; \"\"; null; []; set() }");
    assertThat(rego.input("[true, false, null, 0, \"\"]").get("p")).isEqualTo("{0, 2, 3, 4}");
    assertThat(rego.get("q")).isEqualTo("true");
  }

  @Test
  void negationHoldsForFalseAndUndefined() {
    Rego rego =
        Rego.rules(
            "p if not input.missing",
            "q if not false",
            "r if not input.x",
            "s if not input.missing == 1",
            "t if not input.x == 2");
    rego.input("{\"x\": 1}");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(rego.get("q")).isEqualTo("true");
    assertThat(rego.get("r")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("s")).isEqualTo("true");
    assertThat(rego.get("t")).isEqualTo("true");
  }

  @Test
  void whatANegatedStatementComputesIsComputedBefore() {
    Rego rego =
        Rego.rules(
            "f(_) := false",
            "p if not f(input.missing)",
            "q if not count(input.missing) > 1",
            "r if not f(1)");
    assertThat(rego.get("p")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("r")).isEqualTo("true");
  }

  @Test
  void everyHoldsForEachItem() {
    Rego rego =
        Rego.rules(
            "p if every x in input.xs { x > 1 }",
            "q if every k, v in input.xs { v > k }",
            "r if every x in input.missing { x }",
            "s if every x in [] { false; x }",
            "t if every x in [[1, 2], [3]] { some y in x; y == 3 }");
    rego.input("{\"xs\": [2, 3]}");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(rego.get("q")).isEqualTo("true");
    assertThat(rego.get("r")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("s")).isEqualTo("true");
    assertThat(rego.get("t")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.input("{\"xs\": [2, 1]}").get("p")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.input("{\"xs\": 3}").get("p")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void comprehensionsCollect() {
    Rego rego =
        Rego.rules(
            "array := [y | some x in input; y := x * 2]",
            "set := {y | some x in input; y := x % 2}",
            "object := {k: v | some v in input; k := v % 3}",
            "nested := [[y | y := x + z] | some x in input; z := 1]",
            "undefined_heads := [input[i].a | some i in [0, 1]]");
    rego.input("[3, 1, 2]");
    assertThat(rego.get("array")).isEqualTo("[6, 2, 4]");
    assertThat(rego.get("set")).isEqualTo("{0, 1}");
    assertThat(rego.get("object")).isEqualTo("{0: 3, 1: 1, 2: 2}");
    assertThat(rego.get("nested")).isEqualTo("[[4], [2], [3]]");
    assertThat(rego.get("undefined_heads")).isEqualTo("[]");
  }

  @Test
  void twoValuesOfAKeyInAComprehensionAreAConflict() {
    RegoError error = Rego.rules("p := {k: v | some v in [1, 2]; k := 0}").error("p");
    assertThat(error).hasToString("0.rego:2:7: eval_conflict_error: object keys must be unique");
  }

  @Test
  void localVariablesHideRulesInTheirScopeOnly() {
    Rego rego =
        Rego.rules(
            "x := \"rule\"",
            "p := [x | x := 1]",
            "q := [y, x] if { y := [x | x := 2] }",
            "r := [x, y] if { x := 3; y := [x | x := 4] }");
    assertThat(rego.get("p")).isEqualTo("[1]");
    assertThat(rego.get("q")).isEqualTo("[[2], \"rule\"]");
    assertThat(rego.get("r")).isEqualTo("[3, [4]]");
  }

  @Test
  void relationsGiveSeveralResults() {
    Rego rego =
        Rego.rules(
            "p := {path | walk(input, [path, x]); x == 1}", "q if walk(input, [[\"a\"], _])");
    rego.input("{\"a\": [1, 2], \"b\": 1}");
    assertThat(rego.get("p")).isEqualTo("{[\"a\", 0], [\"b\"]}");
    assertThat(rego.get("q")).isEqualTo("true");
  }

  @Test
  void membershipIsAnExpression() {
    Rego rego =
        Rego.rules("p := 2 in [1, 2]", "q := (\"a\", 1 in {\"a\": 1})", "r if not 3 in {1, 2}");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(rego.get("q")).isEqualTo("true");
    assertThat(rego.get("r")).isEqualTo("true");
  }
}
