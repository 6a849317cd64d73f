package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is a problem with a place, a cause and a next step. */
class YamlProblemsTest {

  @ParameterizedTest
  @ValueSource(strings = {"[\"", "{}\"", "{\"a\": \"\\", "{\"a", "[\"\\u00", "{\"a\": \"b\", \"c"})
  void aJsonStringWithoutAnEndIsASyntaxProblem(String json) {
    assertThat(problem(json).kind()).isEqualTo(ProblemKind.YAML_SYNTAX);
  }

  @Test
  void theProblemStandsWhereTheParserStopped() {
    Problem problem = problem("kind: Pod\nspec: é😀\n  hostPID: true\n");
    assertThat(problem.file()).contains("test.yaml");
    assertThat(problem.span().orElseThrow().start()).hasToString("3:10");
    assertThat(problem.message()).contains("mapping values are not allowed here");
    assertThat(problem.hint()).isEqualTo("Correct the YAML here, or a little above.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: - b | sequence entries are not allowed here",
        "a: [b | while parsing a flow sequence: expected ',' or ']', but got <stream end>",
        "a: 'b | while scanning a quoted scalar: found unexpected end of stream",
      })
  void theMessageSaysWhatTheParserMet(String yaml, String message) {
    assertThat(problem(yaml).message()).isEqualTo(message);
  }

  @Test
  void theMessageSaysWhereTheTroubleBegan() {
    String yaml = "😀: 1\na: b\nc: \"d\n  e\nf: g\n";
    assertThat(problem(yaml).message())
        .isEqualTo(
            "while scanning a quoted scalar, which starts at line 3:"
                + " found unexpected end of stream");
    assertThat(problem("x: 1\n---\n" + yaml).message()).contains("starts at line 5:");
  }

  @Test
  void aMessageHasNoFullStop() {
    assertThat(problem("a: |\n    \n  b\n").message())
        .endsWith(
            "the leading empty lines contain more spaces (4) than the first non-empty line (2)");
  }

  @Test
  void aTemplateIsRecognised() {
    Problem problem = problem("kind: Pod\nmetadata:\n  name: {{ .Values.name }}\n");
    assertThat(problem.span().orElseThrow().start().line()).isEqualTo(3);
    assertThat(problem.hint()).contains("template").contains("render it first");
  }

  @Test
  void aControlCharacterIsNamedAndPlaced() {
    Problem problem = problem("a: 😀\nb: \u0007\n");
    assertThat(problem.message()).isEqualTo("character U+0007 is not allowed in YAML");
    assertThat(problem.span().orElseThrow().start()).hasToString("2:4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x", "\\u", "\\U", "\\UFFFFFFFF", "\\UDEADBEEF"})
  void aBrokenEscapeIsPlaced(String escape) {
    Problem problem = problem("a: 1\nb: 😀\nc: \"" + escape);
    assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_SYNTAX);
    assertThat(problem.message()).isEqualTo("broken character escape");
    assertThat(problem.span().orElseThrow().start().line()).isEqualTo(3);
  }

  @Test
  void anUnknownAnchorIsPlacedAtItsAlias() {
    Problem problem = problem("a: &x 1\nb: *y\n");
    assertThat(problem.message()).isEqualTo("unknown anchor 'y'");
    assertThat(problem.span().orElseThrow().start()).hasToString("2:4");
  }

  @Test
  void anchorsEndWithTheirDocument() {
    assertThat(problem("a: &x 1\n---\nb: *x\n").message()).isEqualTo("unknown anchor 'x'");
  }

  @Test
  void anAliasInsideItsAnchorIsRefused() {
    Problem problem = problem("a: &x\n  b: [*x]\n");
    assertThat(problem.message()).isEqualTo("anchor 'x' contains itself");
    assertThat(problem.span().orElseThrow().start()).hasToString("2:7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{?hostPID: true}", "{a: [?b]}", "[{a: 1, ?b: 2}]", "{a: ?b}"})
  void aQuestionMarkThatHidesAKeyIsRefused(String yaml) {
    Problem problem = problem(yaml);
    assertThat(problem.message()).contains("'?' starts a key");
    assertThat(problem.hint()).isEqualTo("Quote the text, or put a space after the question mark.");
    assertThat(problem.span().orElseThrow().start().column()).isEqualTo(yaml.indexOf('?') + 1);
  }

  @Test
  void aQuestionMarkElsewhereIsText() {
    YamlStream stream =
        YamlReader.read(new SourceText("t", "a: ?b\nc: {d: '?e', f: g?h, ? i : j}"));
    assertThat(stream.problems()).isEmpty();
    assertThat(KubernetesJson.of(stream.documents().get(0).root()))
        .isEqualTo("{\"a\":\"?b\",\"c\":{\"d\":\"?e\",\"f\":\"g?h\",\"i\":\"j\"}}");
  }

  private static Problem problem(String yaml) {
    YamlStream stream = YamlReader.read(new SourceText("test.yaml", yaml));
    assertThat(stream.problems()).hasSize(1);
    return stream.problems().get(0);
  }
}
