package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said about suppressions is bounded like any other finding. */
class SuppressionLimitTest {

  private static final int MAX = 3;
  private static final String HEAD = "apiVersion: v1\nkind: Pod\n";

  @Test
  void boundsUnknownNamesInComments() {
    assertBounded(
        "invalid-suppression", HEAD + lines(i -> "# seaworthy: ignore[unknown-" + i + "] why"));
  }

  @Test
  void boundsUnknownNamesInOneComment() {
    String names =
        IntStream.range(0, 5).mapToObj(i -> "unknown-" + i).collect(Collectors.joining(","));

    assertBounded("invalid-suppression", HEAD + "# seaworthy: ignore[" + names + "] why\n");
  }

  @Test
  void boundsUnknownNamesInAnnotations() {
    assertBounded(
        "invalid-suppression",
        HEAD
            + "metadata:\n  annotations:\n"
            + lines(i -> "    ignore.seaworthy.dev/unknown-" + i + ": why"));
  }

  @Test
  void boundsThoseWithoutUseOrReason() {
    assertBounded(
        "unused-suppression", HEAD + lines(i -> "# seaworthy: ignore[host-pid] why " + i));
    assertBounded("suppression-without-reason", HEAD + lines(i -> "# seaworthy: ignore[host-pid]"));
  }

  @Test
  void boundsThoseInTheConfiguration() {
    List<ConfiguredIgnore> ignores = new ArrayList<>();
    for (int line = 1; line <= 5; line++) {
      ignores.add(unused(line));
    }
    AnalysisResult result =
        analyzer(new IgnorePolicy(true, ignores, Optional.empty()))
            .analyze(Source.of("pod.yaml", HEAD));

    assertThat(result.findings()).hasSize(MAX);
    assertThat(result.problems())
        .extracting(problem -> problem.file().orElseThrow() + ": " + problem.message())
        .containsExactly(
            "seaworthy.yaml: more than 3 findings of rule 'unused-suppression':"
                + " the rest is left out");
  }

  @Test
  void countsTextThatSeveralObjectsShareOnce() {
    String annotations =
        lines(i -> "    ignore.seaworthy.dev/unknown-" + i + ": why")
            .lines()
            .limit(MAX)
            .toList()
            .stream()
            .collect(Collectors.joining("\n", "", "\n"));
    AnalysisResult result =
        analyse(
            "apiVersion: v1\nkind: List\nitems:\n"
                + "- apiVersion: v1\n  kind: Pod\n  metadata: &shared\n   annotations:\n"
                + annotations
                + "- {apiVersion: v1, kind: Pod, metadata: *shared}\n");

    assertThat(result.objects()).isEqualTo(2);
    assertThat(result.findings()).hasSize(MAX);
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void looksForTheNearestNameOnceAndNotBeyondTheBound() {
    List<String> asked = new ArrayList<>();
    SuppressionJudge judge =
        new SuppressionJudge(
            Analyzer.catalogOf(TestRules.ALL),
            name -> {
              asked.add(name);
              return "";
            },
            Map.of(SuppressionRules.INVALID.id(), SuppressionRules.INVALID));
    FindingSink<Finding> sink = new FindingSink<>(MAX);
    for (int line = 1; line <= 5; line++) {
      judge.judge(unknown("one", line), name -> true, sink);
    }
    judge.judge(unknown("two", 6), name -> true, sink);
    judge.judge(unknown("one", 7), name -> true, new FindingSink<>(MAX));

    assertThat(asked).containsExactly("one");
  }

  private static void assertBounded(String rule, String yaml) {
    AnalysisResult result = analyse(yaml);

    assertThat(result.findings()).filteredOn(found -> found.ruleId().equals(rule)).hasSize(MAX);
    assertThat(result.problems())
        .filteredOn(problem -> problem.kind() == ProblemKind.TOO_MANY_FINDINGS)
        .extracting(Problem::message)
        .contains("more than 3 findings of rule '" + rule + "': the rest is left out");
    assertThat(result.inventory())
        .extracting(entry -> entry.state())
        .containsExactly(FileState.FAILED);
  }

  private static AnalysisResult analyse(String yaml) {
    return analyzer(IgnorePolicy.DEFAULT).analyze(Source.of("pod.yaml", yaml));
  }

  private static Analyzer analyzer(IgnorePolicy ignores) {
    return Analyzer.builder()
        .rules(TestRules.ALL)
        .ignores(ignores)
        .limits(new Limits(1 << 20, Limits.DEFAULT.yaml(), 1_000, MAX))
        .build();
  }

  private static String lines(IntFunction<String> line) {
    return IntStream.range(0, 5).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
  }

  private static InlineSuppression unknown(String name, int line) {
    return new InlineSuppression(
        new Suppression(Suppression.Kind.COMMENT, "why", at("pod.yaml", line)),
        List.of(new InlineSuppression.Name(name, List.<RuleMetadata>of())),
        new InlineSuppression.Line("pod.yaml", line));
  }

  private static ConfiguredIgnore unused(int line) {
    return new ConfiguredIgnore(
        "host-pid",
        Optional.empty(),
        Optional.empty(),
        Optional.of("other"),
        Optional.empty(),
        Optional.empty(),
        "why",
        Optional.empty(),
        true,
        at("seaworthy.yaml", line));
  }

  private static Location at(String file, int line) {
    return Location.exact(file, new Span(new Position(line, 1), new Position(line, 2)));
  }
}
