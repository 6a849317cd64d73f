package dev.seaworthy.rego.syntax;

import static dev.seaworthy.rego.syntax.SyntaxText.term;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rego.RegoException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermParserTest {

  @Test
  void constantsAreScalars() throws RegoException {
    assertThat(term("null")).isEqualTo("null");
    assertThat(term("true")).isEqualTo("true");
    assertThat(term("\"a\"")).isEqualTo("\"a\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1.50",
        "1e6",
        "1E+6",
        "0.1e-6",
        "0e1",
        "100000000000000000000000000000000000000000001",
        "1e1000"
      })
  void numbersKeepTheirText(String text) throws RegoException {
    assertThat(term(text)).isEqualTo(text);
  }

  @Test
  void aNumberMayBeginWithItsPoint() throws RegoException {
    assertThat(term(".5")).isEqualTo("0.5");
    assertThat(term("-.5")).isEqualTo("-0.5");
  }

  @Test
  void aMinusBeforeANumberIsItsSignAndAnOperatorAfterATerm() throws RegoException {
    assertThat(term("- 1")).isEqualTo("-1");
    assertThat(term("x -1")).isEqualTo("minus(x, 1)");
    assertThat(term("1 - -1")).isEqualTo("minus(1, -1)");
  }

  @Test
  void escapesOfStringsAreThoseOfJson() throws RegoException {
    assertThat(term("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\""))
        .isEqualTo(term("\"\\\"\\\\/\\b\\f\\n\\r\\tA\""));
    assertThat(term("\"\\uD834\\uDD1E\"")).isEqualTo("\"𝄞\"");
    assertThat(term("\"\\uD834\"")).isEqualTo("\"\uFFFD\"");
  }

  @Test
  void rawStringsHaveNoEscapesAndMaySpanLines() throws RegoException {
    assertThat(term("`a\\n\nb`")).isEqualTo("\"a\\\\n\\nb\"");
  }

  @Test
  void referencesHaveDotsAndBrackets() throws RegoException {
    assertThat(term("a.b[0].c[x][\"d e\"]")).isEqualTo("a[\"b\"][0][\"c\"][x][\"d e\"]");
    assertThat(term("a[b[c]]")).isEqualTo("a[b[c]]");
    assertThat(term("a[[1, 2]][{\"x\": 1}]")).isEqualTo("a[[1, 2]][{\"x\": 1}]");
    assertThat(term("a[i + 1]")).isEqualTo("a[plus(i, 1)]");
  }

  @Test
  void theHeadOfAReferenceMayBeACallACollectionOrAComprehension() throws RegoException {
    assertThat(term("f(x)[0].y")).isEqualTo("f(x)[0][\"y\"]");
    assertThat(term("{\"a\": 1}.a")).isEqualTo("{\"a\": 1}[\"a\"]");
    assertThat(term("[1, 2][i]")).isEqualTo("[1, 2][i]");
    assertThat(term("[x | x = 1][0]")).isEqualTo("[x | x = 1][0]");
    assertThat(term("a.b(1)[0](2).c")).isEqualTo("a[\"b\"](1)[0](2)[\"c\"]");
  }

  @Test
  void keywordsMayFollowADot() throws RegoException {
    assertThat(term("input.default.if.in")).isEqualTo("input[\"default\"][\"if\"][\"in\"]");
  }

  @Test
  void spaceEndsAReference() throws RegoException {
    assertThat(SyntaxText.query("f(x)\n [1]")).isEqualTo("f(x); [1]");
    assertThat(SyntaxText.query("data.p.q\n {1}")).isEqualTo("data[\"p\"][\"q\"]; {1}");
  }

  @Test
  void callsHaveTheNameOfTheirFunction() throws RegoException {
    Term.Call call = (Term.Call) RegoParser.parseTerm("json.marshal(x)");

    assertThat(call.name()).isEqualTo("json.marshal");
    assertThat(term("time.now_ns()")).isEqualTo("time[\"now_ns\"]()");
    assertThat(term("f(x, [y], )")).isEqualTo("f(x, [y])");
  }

  @Test
  void collectionsMayEndInAComma() throws RegoException {
    assertThat(term("[1, 2,\n]")).isEqualTo("[1, 2]");
    assertThat(term("{1, 2,}")).isEqualTo("{1, 2}");
    assertThat(term("{\"a\": 1,\n \"b\": 2,\n}")).isEqualTo("{\"a\": 1, \"b\": 2}");
  }

  @Test
  void collectionsMayBeginWithAComma() throws RegoException {
    assertThat(term("[, 1]")).isEqualTo("[1]");
    assertThat(term("{, x | y}")).isEqualTo("{or(x, y)}");
    assertThat(term("{, 1 | 1: 2}")).isEqualTo("{or(1, 1): 2}");
  }

  @Test
  void emptyBracesAreAnObject() throws RegoException {
    assertThat(term("{}")).isEqualTo("{}");
    assertThat(term("[]")).isEqualTo("[]");
    assertThat(term("set()")).isEqualTo("set()");
  }

  @Test
  void operatorsBindAsOpasDoAndGroupToTheLeft() throws RegoException {
    assertThat(term("1 + 2 * 6 / 3")).isEqualTo("plus(1, div(mul(2, 6), 3))");
    assertThat(term("x - y + z")).isEqualTo("plus(minus(x, y), z)");
    assertThat(term("x % y / z")).isEqualTo("div(rem(x, y), z)");
    assertThat(term("a | b & c + d")).isEqualTo("or(a, and(b, plus(c, d)))");
    assertThat(term("a & b | c & d")).isEqualTo("or(and(a, b), and(c, d))");
    assertThat(term("a | b == c")).isEqualTo("equal(or(a, b), c)");
    assertThat(term("a == b != c")).isEqualTo("neq(equal(a, b), c)");
    assertThat(term("a < b")).isEqualTo("lt(a, b)");
    assertThat(term("a <= b")).isEqualTo("lte(a, b)");
    assertThat(term("a > b")).isEqualTo("gt(a, b)");
    assertThat(term("a >= b")).isEqualTo("gte(a, b)");
  }

  @Test
  void parenthesesGroup() throws RegoException {
    assertThat(term("(1 + 2) * (3 - (4))")).isEqualTo("mul(plus(1, 2), minus(3, 4))");
  }

  @Test
  void membershipIsACallThatBindsLeast() throws RegoException {
    assertThat(term("x in xs")).isEqualTo("internal[\"member_2\"](x, xs)");
    assertThat(term("k, v in xs")).isEqualTo("internal[\"member_3\"](k, v, xs)");
    assertThat(term("x in xs == false")).isEqualTo("internal[\"member_2\"](x, equal(xs, false))");
    assertThat(term("x in y in z"))
        .isEqualTo("internal[\"member_2\"](internal[\"member_2\"](x, y), z)");
  }

  @Test
  void inAListACommaSeparatesUnlessThereAreParentheses() throws RegoException {
    assertThat(term("f(x, y in z)")).isEqualTo("f(x, internal[\"member_2\"](y, z))");
    assertThat(term("[(x, y in z)]")).isEqualTo("[internal[\"member_3\"](x, y, z)]");
  }

  @Test
  void comprehensionsHaveABodyAfterTheBar() throws RegoException {
    assertThat(term("[x | x := xs[i]; x > 1]")).isEqualTo("[x | x := xs[i]; gt(x, 1)]");
    assertThat(term("{x | some x in xs\n not y}")).isEqualTo("{x | some x in xs; not y}");
    assertThat(term("{k: v | some k, v in xs}")).isEqualTo("{k: v | some k, v in xs}");
    assertThat(term("{k + 1: v | x}")).isEqualTo("{plus(k, 1): v | x}");
    assertThat(term("[[y | y = x] | x]")).isEqualTo("[[y | y = x] | x]");
  }

  @Test
  void aBarIsAnOperatorIfAListFollows() throws RegoException {
    assertThat(term("[x | y, z]")).isEqualTo("[or(x, y), z]");
    assertThat(term("[x | y,]")).isEqualTo("[or(x, y)]");
    assertThat(term("[z, x | y]")).isEqualTo("[z, or(x, y)]");
    assertThat(term("{x | y, z}")).isEqualTo("{or(x, y), z}");
    assertThat(term("{x: y | z, a: b}")).isEqualTo("{x: or(y, z), a: b}");
    assertThat(term("{x: a + b | c}")).isEqualTo("{x: or(plus(a, b), c)}");
    assertThat(term("[x | [y | z, 1], 2]")).isEqualTo("[or(x, [or(y, z), 1]), 2]");
    assertThat(term("[x | y, z in w]")).isEqualTo("[x | internal[\"member_3\"](y, z, w)]");
  }

  @Test
  void everyWildcardHasANameOfItsOwn() throws RegoException {
    Term.Array array = (Term.Array) RegoParser.parseTerm("[_, _, x, _ | [_, 1]]");
    List<Term.Var> vars = array.items().stream().limit(3).map(Term.Var.class::cast).toList();

    assertThat(vars).extracting(Term.Var::isWildcard).containsExactly(true, true, false);
    assertThat(SyntaxText.of(array).chars().filter(c -> c == '$').count()).isEqualTo(4);
    assertThat(Pattern.compile("\\$\\d+").matcher(SyntaxText.of(array)).results())
        .extracting(MatchResult::group)
        .doesNotHaveDuplicates();
  }

  @Test
  void commentsAndLineBreaksMayStandWithinATerm() throws RegoException {
    assertThat(term("[ # one\n 1, # two\r\n 2\n]")).isEqualTo("[1, 2]");
    assertThat(term("1 +\n2")).isEqualTo("plus(1, 2)");
  }

  @Test
  void containsIsAFunctionOutsideOfHeads() throws RegoException {
    assertThat(term("contains(\"ab\", \"b\")")).isEqualTo("contains(\"ab\", \"b\")");
  }

  @Test
  void aTermKnowsItsPlace() throws RegoException {
    Term term = RegoParser.parseTerm("[\"ä\", 𝄞𝄞".replace("𝄞𝄞", "\"𝄞\", a.b]"));
    Term last = ((Term.Array) term).items().get(2);

    assertThat(last.location().column()).isEqualTo(12);
    assertThat(last.location().offset()).isEqualTo(12);
    assertThat(last.location().length()).isEqualTo(3);
    assertThat(term.location().length()).isEqualTo(16);
  }
}
