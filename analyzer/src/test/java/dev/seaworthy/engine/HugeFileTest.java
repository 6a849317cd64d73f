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
 * against a hang: what takes a few seconds took minutes.
 */
@Timeout(60)
class HugeFileTest {

  private static final int ANNOTATIONS = 40_000;
  private static final int FINDINGS = 10_000;

  @Test
  void manyAnnotationsAreHeldAgainstManyFindings() {
    String yaml =
        "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n"
            + lines(
                ANNOTATIONS, i -> "    ignore.seaworthy.dev/privileged-container.c" + i + ": why\n")
            + "spec:\n  containers:\n"
            + lines(
                FINDINGS, i -> "    - {name: c" + i + ", securityContext: {privileged: true}}\n");
    AnalysisResult result =
        Analyzer.builder().rules(TestRules.ALL).build().analyze(Source.of("huge.yaml", yaml));
    assertThat(result.suppressed()).hasSize(FINDINGS);
    assertThat(result.findings())
        .hasSize(FINDINGS)
        .allMatch(finding -> finding.ruleId().equals("unused-suppression"));
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }
}
