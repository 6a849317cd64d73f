package dev.seaworthy.rego.syntax;

import static dev.seaworthy.rego.syntax.SyntaxText.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.RegoException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleParserTest {

  private static Rule only(String text) throws RegoException {
    List<Rule> rules =
        RegoParser.parseModule("test.rego", "package test\n" + text, RegoVersion.V1).rules();
    assertThat(rules).hasSize(1);
    return rules.get(0);
  }

  @Test
  void aCompleteRuleHasAValue() throws RegoException {
    assertThat(rules("p := 1")).isEqualTo("p := 1");
    assertThat(rules("p = {\"a\": x}")).isEqualTo("p := {\"a\": x}");
    assertThat(rules("p := x if x := input.y")).isEqualTo("p := x if { x := input[\"y\"] }");
    assertThat(rules("p if { a; b }")).isEqualTo("p if { a; b }");
    assertThat(only("p if a").head().kind()).isEqualTo(Rule.Kind.VALUE);
  }

  @Test
  void ifTakesAStatementOrABody() throws RegoException {
    assertThat(rules("p if not q")).isEqualTo("p if { not q }");
    assertThat(rules("p if every x in xs { x }")).isEqualTo("p if { every x in xs { x } }");
    assertThat(rules("p if q with input as 1")).isEqualTo("p if { q with input as 1 }");
    assertThat(rules("p if { q }")).isEqualTo("p if { q }");
    assertThat(rules("p if {x | x = 1} == q")).isEqualTo("p if { equal({x | x = 1}, q) }");
    assertThat(rules("p if {1, 2} == q")).isEqualTo("p if { equal({1, 2}, q) }");
    assertThat(rules("p if {\"a\": 1}")).isEqualTo("p if { {\"a\": 1} }");
  }

  @Test
  void aPartialSetContainsAnElement() throws RegoException {
    assertThat(rules("p contains x if x := 1")).isEqualTo("p contains x if { x := 1 }");
    assertThat(rules("p contains \"a\"")).isEqualTo("p contains \"a\"");
    assertThat(rules("p.q[x] contains y if { x = y }"))
        .isEqualTo("p[\"q\"][x] contains y if { x = y }");
    assertThat(only("p contains 1").head().kind()).isEqualTo(Rule.Kind.PARTIAL_SET);
  }

  @Test
  void theLastStepsOfAReferenceAreKeys() throws RegoException {
    assertThat(rules("p[x] := y if { x = y }")).isEqualTo("p[x] := y if { x = y }");
    assertThat(rules("p[x] if x := 1")).isEqualTo("p[x] if { x := 1 }");
    assertThat(rules("a.b[x].c := 1 if x := 2")).isEqualTo("a[\"b\"][x][\"c\"] := 1 if { x := 2 }");
    assertThat(rules("p.q := 1")).isEqualTo("p[\"q\"] := 1");
    assertThat(only("p[x] := 1 if x = 2").head().key()).isEmpty();
    assertThat(only("p[x] := 1 if x = 2").head().kind()).isEqualTo(Rule.Kind.VALUE);
  }

  @Test
  void functionsHaveArguments() throws RegoException {
    assertThat(rules("f(x, [y, _]) := x + y")).isEqualTo("f(x, [y, $0]) := plus(x, y)");
    assertThat(rules("f(x) if x > 1")).isEqualTo("f(x) if { gt(x, 1) }");
    assertThat(rules("a.b.f(1)")).isEqualTo("a[\"b\"][\"f\"](1)");
    assertThat(only("f(x) := 1").head().kind()).isEqualTo(Rule.Kind.FUNCTION);
  }

  @Test
  void withoutArgumentsAFunctionIsACompleteRule() throws RegoException {
    assertThat(rules("f() := 1")).isEqualTo("f := 1");
    assertThat(rules("f() if { x }")).isEqualTo("f if { x }");
  }

  @Test
  void defaultsHaveAConstantValue() throws RegoException {
    assertThat(rules("default p := false")).isEqualTo("default p := false");
    assertThat(rules("default p = [x | x = input.y]"))
        .isEqualTo("default p := [x | x = input[\"y\"]]");
    assertThat(rules("default f(_, x) := {\"a\": 1}")).isEqualTo("default f($0, x) := {\"a\": 1}");
    assertThat(rules("default a.b := 1")).isEqualTo("default a[\"b\"] := 1");
    assertThat(only("default p := 1").isDefault()).isTrue();
  }

  @Test
  void elseFollowsInOrder() throws RegoException {
    assertThat(rules("p := 1 if a\nelse := 2 if { b }\nelse if c\nelse := 3"))
        .isEqualTo("p := 1 if { a } else p := 2 if { b } else p if { c } else p := 3");
    assertThat(rules("f(x) = 1 if { x } else = 2")).isEqualTo("f(x) := 1 if { x } else f(x) := 2");
    assertThat(rules("a.b := 1 if c else := 2"))
        .isEqualTo("a[\"b\"] := 1 if { c } else a[\"b\"] := 2");
  }

  @Test
  void severalBodiesAreSeveralRules() throws RegoException {
    assertThat(rules("p[x] := 1 if { x = 1 } { x = 2 }"))
        .isEqualTo("p[x] := 1 if { x = 1 }\np[x] := 1 if { x = 2 }");
  }

  @Test
  void rulesMayStandOnOneLine() throws RegoException {
    assertThat(rules("p := 1 q := 2 r if true s contains 1"))
        .isEqualTo("p := 1\nq := 2\nr if { true }\ns contains 1");
  }

  @Test
  void keywordsMayNameRulesWithSteps() throws RegoException {
    assertThat(
            rules("p := 1\nif.a := 2\nin.b contains 3\ndefault default.c := 4\nelse[\"d\"] := 5"))
        .isEqualTo(
            "p := 1\n"
                + "if[\"a\"] := 2\n"
                + "in[\"b\"] contains 3\n"
                + "default default[\"c\"] := 4\n"
                + "else[\"d\"] := 5");
    assertThat(rules("p if q\nelse.a := 1")).isEqualTo("p if { q }\nelse[\"a\"] := 1");
    assertThat(rules("import.a.b(x) := x")).isEqualTo("import[\"a\"][\"b\"](x) := x");
  }

  @Test
  void spaceAndCommentsMayFollowTheNameOfARule() throws RegoException {
    assertThat(rules("p # why\n [x] := 1 if x = 2")).isEqualTo("p[x] := 1 if { x = 2 }");
  }

  @Test
  void aRuleKnowsItsPlace() throws RegoException {
    Rule rule = only("  p contains x if {\n    x := 1\n  }");

    assertThat(rule.location().toString()).isEqualTo("test.rego:2:3");
    assertThat(rule.location().length()).isEqualTo("p contains x if {\n    x := 1\n  }".length());
    assertThat(rule.head().location().length()).isEqualTo("p contains x".length());
    assertThat(rule.body().statements().get(0).location().toString()).isEqualTo("test.rego:3:5");
  }

  @Test
  void anElseKnowsItsPlace() throws RegoException {
    Rule otherwise = only("p := 1 if a\nelse := 2 if b\nelse := 3").otherwise().orElseThrow();

    assertThat(otherwise.location().toString()).isEqualTo("test.rego:3:1");
    assertThat(otherwise.head().location().length()).isEqualTo("else := 2".length());
    assertThat(otherwise.otherwise().orElseThrow().location().row()).isEqualTo(4);
  }

  @Test
  void aSecondBodyIsThePlaceOfItsRule() throws RegoException {
    List<Rule> rules =
        RegoParser.parseModule("test.rego", "package t\np if { a } { b }", RegoVersion.V1).rules();

    assertThat(rules.get(1).location().column()).isEqualTo(12);
    assertThat(rules.get(1).head().location().column()).isEqualTo(12);
  }
}
