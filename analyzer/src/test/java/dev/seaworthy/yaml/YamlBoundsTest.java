package dev.seaworthy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.SourceText;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile input ends in a problem. The time limit only guards against a hang: everything here takes
 * a second or two.
 */
@Timeout(120)
class YamlBoundsTest {

  private static final YamlLimits LIMITS = YamlLimits.DEFAULT;

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{\"a\":", "[{\"a\":", "&a [", "!t {a: "})
  void deepNestingIsALimitProblem(String opening) {
    Problem problem = onlyProblem(opening.repeat(10_000));
    assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_LIMIT);
    assertThat(problem.message()).isEqualTo("nested deeper than 200 levels");
  }

  @Test
  void deepBlockMappingsAreALimitProblem() {
    String yaml =
        IntStream.range(0, 10_000)
            .mapToObj(level -> " ".repeat(Math.min(level, 1_000)) + "a:\n")
            .collect(Collectors.joining());
    assertThat(onlyProblem(yaml).kind()).isEqualTo(ProblemKind.YAML_LIMIT);
  }

  @Test
  void closedDeepJsonIsALimitProblem() {
    assertThat(onlyProblem("[".repeat(10_000) + "]".repeat(10_000)).kind())
        .isEqualTo(ProblemKind.YAML_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "{\"a\": %s}", "{a: %s}", "&a [%s]"})
  void nestingUpToTheLimitIsFine(String level) {
    String yaml = "1";
    for (int i = 0; i < LIMITS.maxDepth(); i++) {
      yaml = level.formatted(yaml);
    }
    assertThat(read(yaml).problems()).isEmpty();
    assertThat(onlyProblem(level.formatted(yaml)).kind()).isEqualTo(ProblemKind.YAML_LIMIT);
  }

  @Test
  void nestingThroughAliasesCounts() {
    // each level is flat as written
    String yaml = chain(1_000, i -> "- &a" + i + " [*a" + (i - 1) + "]\n");
    Problem problem = onlyProblem("- &a0 [1]\n" + yaml);
    assertThat(problem.message()).isEqualTo("nested deeper than 200 levels");
    assertThat(problem.span().orElseThrow().start().line()).isEqualTo(200);
  }

  @Test
  void nestingThroughMergesCounts() {
    String yaml = chain(1_000, i -> "- &a" + i + " {<<: {b: *a" + (i - 1) + "}}\n");
    assertThat(onlyProblem("- &a0 {b: 1}\n" + yaml).message())
        .isEqualTo("nested deeper than 200 levels");
  }

  @Test
  void anAliasBombIsALimitProblem() {
    String yaml = chain(30, i -> "a" + i + ": &a" + i + " [" + repeated("*a" + (i - 1), 9) + "]\n");
    Problem problem = onlyProblem("a0: &a0 lol\n" + yaml);
    assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_LIMIT);
    assertThat(problem.message()).isEqualTo("aliases expand to more than 1000000 nodes");
  }

  @Test
  void aBombCutIntoDocumentsIsALimitProblemOfThoseBeyondTheBound() {
    String fuse = "---\nx: &x [1, 2, 3, 4, 5, 6, 7, 8, 9]\ny: [" + repeated("*x", 10_000) + "]\n";
    YamlStream stream = read(fuse.repeat(20) + "---\nplain: text\n");
    assertThat(stream.documents()).hasSize(11);
    assertThat(stream.problems())
        .hasSize(10)
        .allMatch(problem -> problem.kind() == ProblemKind.YAML_LIMIT);
  }

  @Test
  void aBombOfMergesIsALimitProblem() {
    String keys =
        IntStream.range(0, 1_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining(", "));
    String yaml = "x: &x {" + keys + "}\ny: {<<: [" + repeated("*x", 10_000) + "]}\n";
    assertThat(onlyProblem(yaml).kind()).isEqualTo(ProblemKind.YAML_LIMIT);
  }

  @Test
  void mergesInsideMergesCountLikeAliases() {
    String keys =
        IntStream.range(0, 10_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining(", "));
    assertThat(read("{<<: ".repeat(50) + "{" + keys + "}" + "}".repeat(50)).problems()).isEmpty();
    Problem problem = onlyProblem("{<<: ".repeat(150) + "{" + keys + "}" + "}".repeat(150));
    assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_LIMIT);
  }

  @Test
  void repeatedAliasesOfSmallThingsAreFine() {
    YamlStream stream = read("- &x {a: 1}\n" + "- *x\n".repeat(100_000));
    assertThat(stream.problems()).isEmpty();
  }

  @Test
  void aDocumentBeyondALimitLeavesTheOthers() {
    YamlStream stream = read("a: 1\n---\n" + "[".repeat(300) + "\n---\nb: 2\n");
    assertThat(stream.documents()).hasSize(2);
    assertThat(stream.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\na: 1\n", "a: 1\n...\n", "{\"a\": 1}\n"})
  void tooManyDocumentsAreALimitProblem(String document) {
    YamlStream stream = read(document.repeat(100_000));
    assertThat(stream.documents()).hasSize(LIMITS.maxDocuments());
    assertThat(stream.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_LIMIT);
              assertThat(problem.message()).isEqualTo("more than 10000 documents in one stream");
            });
  }

  @Test
  void emptyDocumentsAreNotCounted() {
    YamlStream stream =
        read("---\n# c\n".repeat(100_000) + "---\n~\n".repeat(20_000) + "---\na: 1");
    assertThat(stream.problems()).isEmpty();
    assertThat(stream.documents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"- 1\n", "- a: b\n", "--- a\n", "[], ", "{\"a\": 1}\n"})
  void tooManyNodesAreALimitProblem(String nodes) {
    YamlLimits limits = new YamlLimits(10, 1_000_000, 1_000, 1_000);
    String yaml = nodes.repeat(2_000);
    YamlStream stream =
        YamlReader.read(
            new SourceText("t", nodes.startsWith("[") ? "[" + yaml + "]" : yaml), limits);
    assertThat(stream.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.YAML_LIMIT);
              assertThat(problem.message()).isEqualTo("more than 1000 values and keys in one file");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: ", "a: \"", "a: |\n  ", "a: # ", "- &"})
  void aHugeTokenTakesLinearTime(String start) {
    YamlStream stream = read(start + "x".repeat(16 << 20));
    assertThat(stream.documents().size() + stream.problems().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void aHugeMappingTakesLinearTime() {
    String yaml =
        IntStream.range(0, 100_000).mapToObj(i -> "k" + i + ": v\n").collect(Collectors.joining());
    YamlMapping mapping = (YamlMapping) read(yaml).documents().get(0).root();
    assertThat(mapping.entries()).hasSize(100_000);
    assertThat(mapping.get("k99999")).isPresent();
  }

  @Test
  void thousandsOfDuplicateKeysTakeLinearTime() {
    YamlMapping mapping =
        (YamlMapping) read("a: 1\nb: 2\n".repeat(100_000)).documents().get(0).root();
    assertThat(mapping.entries()).hasSize(2);
    assertThat(mapping.duplicates()).hasSize(199_998);
  }

  @Test
  void onlyDirectivesAreNothing() {
    YamlStream stream = read("%YAML 1.1\n".repeat(1_000));
    assertThat(stream.documents()).isEmpty();
  }

  @Test
  void aSmallStackIsEnough() throws InterruptedException {
    // loading classes takes more stack than reading
    read("[{a: [1]}]");
    StringBuilder outcome = new StringBuilder();
    Thread thread =
        new Thread(
            null,
            () -> {
              read("[".repeat(10_000));
              read("[".repeat(200) + "]".repeat(200));
              read("{a: ".repeat(200) + "}".repeat(200));
              read("- ".repeat(200));
              outcome.append("survived");
            },
            "small stack",
            512 << 10);
    thread.start();
    thread.join();
    assertThat(outcome).hasToString("survived");
  }

  private static Problem onlyProblem(String yaml) {
    List<Problem> problems = read(yaml).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static String chain(int links, IntFunction<String> link) {
    return IntStream.rangeClosed(1, links).mapToObj(link).collect(Collectors.joining());
  }

  private static String repeated(String text, int times) {
    return String.join(", ", Collections.nCopies(times, text));
  }

  private static YamlStream read(String yaml) {
    return YamlReader.read(new SourceText("test.yaml", yaml));
  }
}
