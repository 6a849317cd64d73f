package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithTest {

  @Test
  void theInputIsReplacedForOneStatement() {
    Rego rego =
        Rego.rules(
            "x := input.x",
            "p := [a, b] if { a := x with input as {\"x\": 1}; b := x }",
            "q := y if { y := input with input.a.b as 1 with input.c as 2 }");
    rego.input("{\"x\": 0, \"a\": {\"k\": 0}}");
    assertThat(rego.get("p")).isEqualTo("[1, 0]");
    assertThat(rego.get("q")).isEqualTo("{\"a\": {\"b\": 1, \"k\": 0}, \"c\": 2, \"x\": 0}");
  }

  @Test
  void whatFollowsASolutionIsOutsideAgain() {
    Rego rego =
        Rego.rules(
            "items contains x if some x in input",
            "p contains [x, input] if { items[x] with input as [1, 2] }");
    assertThat(rego.input("\"outer\"").get("p")).isEqualTo("{[1, \"outer\"], [2, \"outer\"]}");
  }

  @Test
  void dataIsReplacedAndRulesThereDoNotCount() {
    Rego rego =
        Rego.of(
            "package a\nb := 1\nc := 2",
            "package test\nsum := data.a.b + data.a.c\n"
                + "p := x if { x := sum with data.a.b as 10 }\n"
                + "q := x if { x := data.a with data.a as {\"z\": 1} }\n"
                + "r := x if { x := data.a with data.a.new as 3 }\n"
                + "s := x if { x := data.a[\"b\"] with data.a.b as 4 }");
    assertThat(rego.get("p")).isEqualTo("12");
    assertThat(rego.get("q")).isEqualTo("{\"z\": 1}");
    assertThat(rego.get("r")).isEqualTo("{\"b\": 1, \"c\": 2, \"new\": 3}");
    assertThat(rego.get("s")).isEqualTo("4");
  }

  @Test
  void functionsAreReplacedByFunctionsAndValues() {
    Rego rego =
        Rego.rules(
            "f(x) := x + 1",
            "g(x) := f(x) * 10",
            "twice(x) := x * 2",
            "size(_) := 99",
            "p := n if { n := g(1) with f as twice }",
            "q := n if { n := g(1) with f as 5 }",
            "r := n if { n := count([1]) with count as size }",
            "s := n if { n := f([1, 2]) with f as count }",
            "t := n if { v := 8; n := g(1) with f as v }");
    assertThat(rego.get("p")).isEqualTo("20");
    assertThat(rego.get("q")).isEqualTo("50");
    assertThat(rego.get("r")).isEqualTo("99");
    assertThat(rego.get("s")).isEqualTo("2");
    assertThat(rego.get("t")).isEqualTo("80");
  }

  @Test
  void aReplacementMayCallTheOriginal() {
    Rego rego =
        Rego.rules(
            "shout(x) := concat(\"\", [upper(x), \"!\"])",
            "p := x if { x := upper(\"a\") with upper as shout }");
    assertThat(rego.get("p")).isEqualTo("\"A!\"");
  }

  @Test
  void comparisonsAreReplacedToo() {
    Rego rego = Rego.rules("always(_, _) := true", "p if { q with gt as always }", "q if 1 > 2");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
  }

  @Test
  void whatIsCachedOutsideDoesNotCountInside() {
    Rego rego =
        Rego.rules(
            "f(x) := x + input.n",
            "n := input.n",
            "p := [f(1), f(1) , n] if { f(1) == 2; n == 1 }",
            "q := [a, b, c] if {",
            "  a := f(1)",
            "  b := f(1) with input.n as 5",
            "  c := n with input.n as 6",
            "}");
    assertThat(rego.input("{\"n\": 1}").get("q")).isEqualTo("[2, 6, 6]");
    assertThat(rego.get("p")).isEqualTo("[2, 2, 1]");
  }

  @Test
  void aReplacementWithoutValueMakesTheStatementUndefined() {
    Rego rego = Rego.rules("p if true with input as input.missing", "q if not p");
    assertThat(rego.get("q")).isEqualTo("true");
  }

  @Test
  void aBuiltInThatIsLeftOutMayBeReplaced() {
    Rego rego =
        Rego.rules(
            "body := http.send({\"url\": \"x\"}).body",
            "answer(request) := {\"body\": request.url}",
            "p := x if { x := body with http.send as answer }");
    assertThat(rego.get("p")).isEqualTo("\"x\"");
    assertThat(rego.error("body").toString())
        .startsWith("0.rego:2:9: eval_builtin_error: http.send is not supported: ");
  }

  @Test
  void negationAndEveryAreUnderWithAsAWhole() {
    Rego rego =
        Rego.rules(
            "bad if input.bad",
            "p if not bad with input as {\"bad\": false}",
            "q if not bad with input as {\"bad\": true}",
            "r if every x in [1, 2] { input.n >= x } with input as {\"n\": 2}");
    assertThat(rego.get("p")).isEqualTo("true");
    assertThat(rego.get("q")).isEqualTo(Rego.UNDEFINED);
    assertThat(rego.get("r")).isEqualTo("true");
  }
}
