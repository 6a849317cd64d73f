package dev.seaworthy.rego.syntax;

import static dev.seaworthy.rego.syntax.SyntaxText.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.RegoException;
import org.junit.jupiter.api.Test;

class BodyParserTest {

  @Test
  void semicolonsAndLineBreaksSeparateStatements() throws RegoException {
    assertThat(query("x = 1; y := 2 ; # why\n z")).isEqualTo("x = 1; y := 2; z");
    assertThat(query("x = 1\ny == x\n")).isEqualTo("x = 1; equal(y, x)");
    assertThat(query("[x | x = a\n b]")).isEqualTo("[x | x = a; b]");
  }

  @Test
  void unificationAndAssignmentTakeTermsOnBothSides() throws RegoException {
    assertThat(query("[x, 1] = a | b")).isEqualTo("[x, 1] = or(a, b)");
    assertThat(query("{\"a\": x} := input.y")).isEqualTo("{\"a\": x} := input[\"y\"]");
    assertThat(query("eq(x, 1); assign(y, 2)")).isEqualTo("x = 1; y := 2");
  }

  @Test
  void notNegatesAStatement() throws RegoException {
    assertThat(query("not x; not a.b = 1; not f(x)"))
        .isEqualTo("not x; not a[\"b\"] = 1; not f(x)");
  }

  @Test
  void someDeclaresVariables() throws RegoException {
    assertThat(query("some x")).isEqualTo("some x");
    assertThat(query("some x, y,\n z\nx = 1")).isEqualTo("some x, y, z; x = 1");
  }

  @Test
  void someTakesPatternsAndACollection() throws RegoException {
    assertThat(query("some x in xs")).isEqualTo("some x in xs");
    assertThat(query("some k, v in xs")).isEqualTo("some k, v in xs");
    assertThat(query("some [a, {\"b\": c}] in f(x)")).isEqualTo("some [a, {\"b\": c}] in f(x)");
    assertThat(query("some \"k\", v in xs with input as 1"))
        .isEqualTo("some \"k\", v in xs with input as 1");
  }

  @Test
  void everyHasABody() throws RegoException {
    assertThat(query("every x in xs { x > 1; y }")).isEqualTo("every x in xs { gt(x, 1); y }");
    assertThat(query("every k, v in [1] {\n k\n v\n} with input as 1"))
        .isEqualTo("every k, v in [1] { k; v } with input as 1");
    assertThat(query("every x in xs { every y in x { y } }"))
        .isEqualTo("every x in xs { every y in x { y } }");
  }

  @Test
  void withsAreAppliedInOrder() throws RegoException {
    assertThat(query("a.b with input as {\"x\": 1}\n  with data.c as d with f as g"))
        .isEqualTo("a[\"b\"] with input as {\"x\": 1} with data[\"c\"] as d with f as g");
    assertThat(query("x := y with input as 1 + 2")).isEqualTo("x := y with input as plus(1, 2)");
  }

  @Test
  void aKeywordFollowedByAStepIsAName() throws RegoException {
    assertThat(query("in.a == 1; every[\"b\"]\nnot not.c; with.d"))
        .isEqualTo("equal(in[\"a\"], 1); every[\"b\"]; not not[\"c\"]; with[\"d\"]");
    assertThat(query("x\nwith.a")).isEqualTo("x; with[\"a\"]");
    assertThat(query("x\nin.a")).isEqualTo("x; in[\"a\"]");
  }

  @Test
  void membershipIsAnExpressionToo() throws RegoException {
    assertThat(query("x in xs; k, v in xs; not x in xs"))
        .isEqualTo(
            "internal[\"member_2\"](x, xs); internal[\"member_3\"](k, v, xs);"
                + " not internal[\"member_2\"](x, xs)");
  }

  @Test
  void aStatementKnowsItsPlace() throws RegoException {
    Body body = RegoParser.parseQuery("x\n  not y with input as 1", RegoVersion.V1);
    Statement second = body.statements().get(1);

    assertThat(second.location().toString()).isEqualTo("2:3");
    assertThat(second.location().length()).isEqualTo("not y with input as 1".length());
    assertThat(second.withs().get(0).location().toString()).isEqualTo("2:9");
  }
}
