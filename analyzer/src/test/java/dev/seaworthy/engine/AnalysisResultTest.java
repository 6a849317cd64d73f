package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalysisResultTest {

  private static final AnalysisResult RESULT =
      Analyzer.builder()
          .rules(TestRules.ALL)
          .selection(
              new RuleSelection(
                  Profile.ALL, Map.of(), List.of(), List.of(), Map.of("host-pid", Severity.HIGH)))
          .build()
          .analyze(
              Source.of("z.yaml", pod() + "---\n" + pod()),
              Source.of("notes.txt", "nothing"),
              Source.of("broken.yaml", pod() + "---\napiVersion: [\n"));

  @Test
  void countsFindings() {
    assertThat(RESULT.count(Severity.HIGH)).isEqualTo(3);
    assertThat(RESULT.count(Severity.MEDIUM)).isEqualTo(3);
    assertThat(RESULT.count(Severity.CRITICAL)).isZero();
  }

  @Test
  void countsFilesAndObjects() {
    assertThat(RESULT.count(FileState.ANALYSED)).isEqualTo(1);
    assertThat(RESULT.count(FileState.SKIPPED)).isEqualTo(1);
    assertThat(RESULT.count(FileState.FAILED)).isEqualTo(1);
    assertThat(RESULT.objects()).isEqualTo(3);
  }

  @Test
  void knowsTheWorst() {
    assertThat(RESULT.worst()).contains(Severity.HIGH);
    assertThat(Analyzer.builder().build().analyze(Source.of("a", "b")).worst()).isEmpty();
  }

  @Test
  void sortsByFileAndPlace() {
    assertThat(RESULT.findings()).isSorted();
    assertThat(AdHocRule.places(RESULT.findings()))
        .containsExactly(
            "broken.yaml:3:17",
            "broken.yaml:3:32",
            "z.yaml:3:17",
            "z.yaml:3:32",
            "z.yaml:7:17",
            "z.yaml:7:32");
    assertThat(RESULT.inventory())
        .extracting(entry -> entry.file())
        .containsExactly("broken.yaml", "notes.txt", "z.yaml");
  }

  @Test
  void takesOneMoreProblemInItsPlace() {
    Problem problem = Problem.of(ProblemKind.NOT_READABLE, "a.yaml", "gone", "Look for it.");
    AnalysisResult more = RESULT.with(problem);

    assertThat(more.problems()).hasSize(2).startsWith(problem).isSorted();
    assertThat(RESULT.problems()).hasSize(1);
    assertThat(more.findings()).isEqualTo(RESULT.findings());
  }

  @Test
  void isEmptyWithoutSources() {
    AnalysisResult result = Analyzer.builder().rules(TestRules.ALL).build().analyze();

    assertThat(result.findings()).isEmpty();
    assertThat(result.problems()).isEmpty();
    assertThat(result.inventory()).isEmpty();
    assertThat(result.rules()).hasSize(8).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
  }

  @Test
  void needsAThread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Analyzer.builder().parallelism(0).build())
        .withMessage("parallelism must be at least 1, not 0");
  }

  private static String pod() {
    return "apiVersion: v1\nkind: Pod\nspec: {hostPID: true, hostIPC: true}\n";
  }
}
