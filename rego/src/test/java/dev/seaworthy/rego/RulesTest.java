package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.syntax.RegoVersion;
import org.junit.jupiter.api.Test;

class RulesTest {

  @Test
  void aRuleWithoutValueIsTrueWhereItsBodyHolds() {
    Rego rego = Rego.rules("p if input.x > 1").input("{\"x\": 2}");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(rego.input("{\"x\": 1}").get("p")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void severalRulesMayGiveTheSameValue() {
    Rego rego = Rego.rules("p := 1 if true", "p := x if some x in [1, 1]");
    assertThat(rego.get("p")).isEqualTo("1");
  }

  @Test
  void twoValuesOfARuleAreAConflictAtTheRuleThatGivesTheSecond() {
    RegoError error = Rego.rules("p := 1", "p := 2").error("p");
    assertThat(error)
        .hasToString(
            "0.rego:3:1: eval_conflict_error: complete rules must not produce multiple outputs");
    assertThat(Rego.rules("p := x if some x in [1, 2]").error("p").code())
        .isEqualTo("eval_conflict_error");
  }

  @Test
  void theDefaultCountsWhereNoOtherRuleHasAValue() {
    Rego rego = Rego.rules("default p := [x | some x in [1, 2]]", "p := 3 if input.x");
    assertThat(rego.get("p")).isEqualTo("[1, 2]");
    assertThat(rego.input("{\"x\": true}").get("p")).isEqualTo("3");
  }

  @Test
  void elseIsTriedInOrder() {
    Rego rego = Rego.rules("p := 1 if input.x == 1", "else := 2 if input.x == 2", "else := 3");
    assertThat(rego.input("{\"x\": 1}").get("p")).isEqualTo("1");
    assertThat(rego.input("{\"x\": 2}").get("p")).isEqualTo("2");
    assertThat(rego.input("{\"x\": 9}").get("p")).isEqualTo("3");
  }

  @Test
  void aPartialSetIsEmptyWhereNothingHolds() {
    Rego rego = Rego.rules("p contains x if some x in input.xs");
    assertThat(rego.get("p")).isEqualTo("set()");
    assertThat(rego.input("{\"xs\": [2, 1, 2]}").get("p")).isEqualTo("{1, 2}");
  }

  @Test
  void severalRulesAddToASet() {
    Rego rego = Rego.rules("p contains 1", "p contains x if some x in [2, 3]");
    assertThat(rego.get("p")).isEqualTo("{1, 2, 3}");
  }

  @Test
  void twoValuesOfAKeyAreAConflict() {
    Rego rego = Rego.rules("p[k] := v if { some v in [1, 2]; k := \"a\" }");
    assertThat(rego.error("p").message()).isEqualTo("object keys must be unique");
  }

  @Test
  void namesWithVariablesMakeObjectsWithinObjects() {
    Rego rego =
        Rego.rules(
            "p[x].q[y] := z if { some [x, y, z] in input }",
            "p.fixed.q.value := 3",
            "s[x].set contains y if { some [x, y, _] in input }",
            "s.more contains 1");
    rego.input("[[\"a\", \"b\", 1], [\"a\", \"c\", 2]]");
    assertThat(rego.get("p"))
        .isEqualTo("{\"a\": {\"q\": {\"b\": 1, \"c\": 2}}, \"fixed\": {\"q\": {\"value\": 3}}}");
    assertThat(rego.get("s")).isEqualTo("{\"a\": {\"set\": {\"b\", \"c\"}}, \"more\": {1}}");
  }

  @Test
  void aValueAndAnObjectAtTheSamePlaceAreAConflict() {
    Rego rego =
        Rego.rules("p[x] := 1 if x := \"a\"", "p[x].b := 2 if x := input.x")
            .input("{\"x\": \"a\"}");
    assertThat(rego.error("p").message()).isEqualTo("object keys must be unique");
  }

  @Test
  void rulesOfAnObjectMayReferToOtherMembers() {
    Rego rego = Rego.rules("p.a := 1", "p.b := p.a + 1", "q[x] := p[x] if some x in [\"b\"]");
    assertThat(rego.get("q")).isEqualTo("{\"b\": 2}");
    assertThat(rego.get("p")).isEqualTo("{\"a\": 1, \"b\": 2}");
  }

  @Test
  void aMemberOfAnObjectWithVariablesMayDependOnAnotherMember() {
    Rego rego = Rego.rules("p.a := 1", "p.b := p.a + 1", "p[x] := 3 if x := \"c\"");
    assertThat(rego.get("p")).isEqualTo("{\"a\": 1, \"b\": 2, \"c\": 3}");
  }

  @Test
  void oldGrammarIsCompiledAsItIsMeant() {
    Rego rego =
        Rego.of(
            "package test\n"
                + "p[x] { x := input.xs[_] }\n"
                + "q[k] = v { v := input.xs[k] }\n"
                + "r = 1 { false } else = 2 { true }\n"
                + "f(x) = y { y := x + 1 }\n"
                + "s = f(1)");
    rego.compiler().version(RegoVersion.V0);
    rego.input("{\"xs\": [\"a\", \"b\"]}");
    assertThat(rego.get("p")).isEqualTo("{\"a\", \"b\"}");
    assertThat(rego.get("q")).isEqualTo("{0: \"a\", 1: \"b\"}");
    assertThat(rego.get("r")).isEqualTo("2");
    assertThat(rego.get("s")).isEqualTo("2");
  }
}
