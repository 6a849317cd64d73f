package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.FileState;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingSinkTest {

  private static final Analyzer ANALYZER =
      Analyzer.builder()
          .rules(
              List.of(
                  AdHocRule.onObject(
                      "noisy",
                      (object, violations) ->
                          object
                              .root()
                              .get("data")
                              .members()
                              .forEach(member -> violations.report(member, "it is wrong"))),
                  AdHocRule.at("quiet", "kind")))
          .limits(new Limits(1 << 20, Limits.DEFAULT.yaml(), 1_000, 3))
          .build();

  @Test
  void keepsTheFirstFindingsOfARuleInAFileAndAllOfOtherRules() {
    AnalysisResult result = ANALYZER.analyze(configMaps("a.yaml", 2, 2), configMaps("b.yaml", 3));

    assertThat(result.findings())
        .extracting(finding -> finding.location() + " " + finding.ruleId())
        .containsExactly(
            "a.yaml:1:24 quiet",
            "a.yaml:1:46 noisy",
            "a.yaml:1:53 noisy",
            "a.yaml:3:24 quiet",
            "a.yaml:3:46 noisy",
            "b.yaml:1:24 quiet",
            "b.yaml:1:46 noisy",
            "b.yaml:1:53 noisy",
            "b.yaml:1:60 noisy");
  }

  @Test
  void saysThatFindingsAreLeftOut() {
    AnalysisResult result = ANALYZER.analyze(configMaps("a.yaml", 2, 2), configMaps("b.yaml", 3));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_MANY_FINDINGS);
              assertThat(problem.file()).contains("a.yaml");
              assertThat(problem.message())
                  .isEqualTo("more than 3 findings of rule 'noisy': the rest is left out");
            });
    assertThat(result.inventory())
        .extracting(entry -> entry.state())
        .containsExactly(FileState.FAILED, FileState.ANALYSED);
  }

  @Test
  void boundsARuleThatLooksAtAllObjectsInEachFileAsWell() {
    Analyzer analyzer =
        Analyzer.builder()
            .rules(
                List.of(
                    AdHocRule.onProject(
                        "noisy",
                        (project, violations) ->
                            project.objects().stream()
                                .flatMap(object -> object.root().get("data").members().stream())
                                .forEach(member -> violations.report(member, "it is wrong")))))
            .limits(new Limits(1 << 20, Limits.DEFAULT.yaml(), 1_000, 3))
            .build();

    AnalysisResult result = analyzer.analyze(configMaps("a.yaml", 2, 2), configMaps("b.yaml", 3));

    assertThat(result.findings())
        .extracting(finding -> finding.location().file())
        .containsExactly("a.yaml", "a.yaml", "a.yaml", "b.yaml", "b.yaml", "b.yaml");
    assertThat(result.problems())
        .extracting(problem -> problem.file().orElseThrow() + ": " + problem.message())
        .containsExactly("a.yaml: more than 3 findings of rule 'noisy': the rest is left out");
    assertThat(result.inventory())
        .extracting(entry -> entry.state())
        .containsExactly(FileState.FAILED, FileState.ANALYSED);
  }

  private static Source configMaps(String file, int... members) {
    StringBuilder yaml = new StringBuilder();
    for (int count : members) {
      yaml.append("{apiVersion: v1, kind: ConfigMap, data: {");
      for (int i = 0; i < count; i++) {
        yaml.append("k").append(i).append(": v, ");
      }
      yaml.append("}}\n---\n");
    }
    return Source.of(file, yaml.toString());
  }
}
