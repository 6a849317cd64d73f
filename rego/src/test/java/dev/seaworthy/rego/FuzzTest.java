package dev.seaworthy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzTest {

  private static final int MUTANTS = 3000;
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|\\d+|\"[^\"]*\"|\\s+|[:=!<>]=|.");

  private static final String POLICY =
      """
      package test
      import data.lib.names
      default allow := false
      allow if { input.user == "alice"; not blocked[input.user] }
      blocked contains name if { some name in names; name != "alice" }
      deny contains msg if {
        some i, c in input.containers
        every p in c.ports { p > 1024 }
        msg := $"container {c.name} at {i}: {c.missing}"
      }
      sizes[c.name] := n if { c := input.containers[_]; n := count(c.ports) + 1 }
      nested[a].b[x] := y if { some a, x in {"k": "l"}; y := [x | x := numbers.range(1, 3)[_]] }
      f(x, [y, _]) := x + y if x > 0
      else := 0
      g := [f(1, [2, 3]), f(-1, [2, 3])]
      h := x if { x := allow with input as {"user": "alice"} with data.lib.names as set() }
      paths contains p if { walk(input, [p, v]); v == 80 }
      t := {k: v | some k, v in sizes; v > 1}
      """;

  private static final String LIBRARY = "package lib\nnames := {\"alice\", \"bob\"}\n";

  private static final RegoValue INPUT =
      Rego.json(
          "{\"user\": \"alice\", \"containers\": [{\"name\": \"a\", \"ports\": [80, 8080]},"
              + " {\"name\": \"b\", \"ports\": [9000]}]}");

  private static String evaluated(String policy) {
    EvaluationOptions options = EvaluationOptions.builder().steps(20_000).build();
    try {
      return RegoCompiler.builder()
          .module("test.rego", policy)
          .module("lib.rego", LIBRARY)
          .compile()
          .query("data.test")
          .evaluate(Optional.of(INPUT), RegoObject.EMPTY, options)
          .toString();
    } catch (RegoException e) {
      return e.getMessage();
    }
  }

  @Test
  void thePolicyItselfHasAValue() {
    assertThat(evaluated(POLICY))
        .contains("\"allow\": true", "\"deny\": {\"container b at 1: <undefined>\"}")
        .contains(
            "\"g\": [3, 0]", "\"h\": true", "\"nested\": {\"k\": {\"b\": {\"l\": [1, 2, 3]}}}")
        .contains("\"paths\": {[\"containers\", 0, \"ports\", 0]}", "\"t\": {\"a\": 3, \"b\": 2}");
  }

  /** Whatever a policy is, it is an error or has a value: nothing else is thrown. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noPolicyBreaksTheEngine(long seed) {
    Random random = new Random(seed);
    List<String> tokens = TOKEN.matcher(POLICY).results().map(MatchResult::group).toList();
    for (int i = 0; i < MUTANTS; i++) {
      List<String> mutant = new ArrayList<>(tokens);
      for (int change = random.nextInt(4); change >= 0; change--) {
        mutate(mutant, random);
      }
      assertThat(evaluated(String.join("", mutant))).isNotEmpty();
    }
  }

  private static void mutate(List<String> tokens, Random random) {
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    switch (random.nextInt(4)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.set(at, tokens.get(other));
      case 2 -> tokens.add(at, tokens.get(other));
      default -> Collections.swap(tokens, at, other);
    }
  }

  /** Statements that do not declare variables hold in any order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfStatementsDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<String> statements =
        Arrays.asList(
            "x = input.containers[i]",
            "[n, p] = [x.name, x.ports[j]]",
            "p > 100",
            "not blocked[n]",
            "q = {k | k = x.ports[_]}",
            "r = f(i, [j, s])",
            "s = count(q)",
            "{\"a\": t, \"b\": [u]} = {\"a\": r, \"b\": [s]}",
            "every y in x.ports { y > i }");
    String rest = "f(a, [b, c]) := (a + b) + c\nblocked contains \"z\"\n";
    String expected = "";
    for (int i = 0; i < 200; i++) {
      String body = statements.stream().collect(Collectors.joining("; "));
      String value =
          evaluated(
              "package test\n"
                  + rest
                  + "found contains [i, j, n, p, q, r, t, u] if { "
                  + body
                  + " }");
      assertThat(value).contains("\"found\": {[0, 1, \"a\", 8080, {80, 8080}, 3, 3, 2]");
      expected = expected.isEmpty() ? value : expected;
      assertThat(value).as(body).isEqualTo(expected);
      Collections.shuffle(statements, random);
    }
  }
}
