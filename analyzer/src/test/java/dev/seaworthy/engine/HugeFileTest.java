package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Source;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Much of two things in one file costs their sum, not their product. The time limit only guards
 * against a hang: everything here takes a few seconds.
 */
@Timeout(60)
class HugeFileTest {

  private static final int MANY = 40_000;
  private static final int FINDINGS = 10_000;

  @Test
  void manyAnnotationsAreHeldAgainstManyFindings() {
    AnalysisResult result =
        analysed(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n"
                + lines(
                    MANY, i -> "    ignore.seaworthy.dev/privileged-container.c" + i + ": why\n")
                + "spec:\n  containers:\n"
                + lines(FINDINGS, i -> "    - " + privileged("c" + i) + "\n"));
    assertThat(result.suppressed()).hasSize(FINDINGS);
    assertThat(result.findings())
        .hasSize(MANY - FINDINGS)
        .allMatch(finding -> finding.ruleId().equals("unused-suppression"));
  }

  @Test
  void manyNamesInOneCommentAreHeldAgainstManyFindings() {
    String names = lines(MANY, i -> "," + spelling("privileged-container", i));
    AnalysisResult result =
        analysed(
            "{apiVersion: v1, kind: Pod, spec: {containers: ["
                + lines(FINDINGS, i -> privileged("c" + i) + ",")
                + "]}} # seaworthy: ignore[host-pid"
                + names
                + "] why\n");
    assertThat(result.suppressed()).hasSize(FINDINGS);
    assertThat(result.findings()).extracting(Finding::ruleId).containsExactly("unused-suppression");
  }

  @Test
  void manyPodsInOneObjectAreHeldAgainstManyFindings() {
    AnalysisResult result =
        analysed(
            "apiVersion: example.com/v1\nkind: Fleet\nspec:\n  pods:\n"
                + lines(
                    5 * MANY,
                    i ->
                        "    - {containers: ["
                            + (i < FINDINGS ? privileged("c" + i) : PLAIN)
                            + "]}\n"));
    assertThat(result.findings()).hasSize(FINDINGS);
    assertThat(result.findings().get(FINDINGS - 1).container()).contains("c" + (FINDINGS - 1));
  }

  private static final String PLAIN = "{name: plain, image: i}";

  private static String privileged(String name) {
    return "{name: " + name + ", image: i, securityContext: {privileged: true}}";
  }

  /** One of the many ways to write a name of which letter case does not count. */
  private static String spelling(String name, int number) {
    StringBuilder spelled = new StringBuilder(name);
    for (int bit = 0; number >> bit > 0; bit++) {
      if ((number >> bit & 1) == 1) {
        spelled.setCharAt(bit, Character.toUpperCase(name.charAt(bit)));
      }
    }
    return spelled.toString();
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  private static AnalysisResult analysed(String yaml) {
    AnalysisResult result =
        Analyzer.builder().rules(TestRules.ALL).build().analyze(Source.of("huge.yaml", yaml));
    assertThat(result.problems()).isEmpty();
    return result;
  }
}
