package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Project;
import dev.seaworthy.rule.ProjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectRuleSuppressionTest {

  private static final Source SUPPRESSED =
      Source.of(
          "a.yaml",
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: same # seaworthy: ignore[duplicate-name] one of them goes next week
          """);

  private static final Source SHOWN =
      Source.of("b.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: same\n");

  @Test
  void coversFindingsOfRulesThatLookAtAllObjects() {
    AnalysisResult result = analyse(new DuplicateName(false), SUPPRESSED, SHOWN);

    assertThat(result.findings())
        .extracting(Finding::toString)
        .containsExactly("b.yaml:4:9: medium[duplicate-name]: another object has this name");
    assertThat(result.suppressed())
        .extracting(hidden -> hidden.finding().location().file())
        .containsExactly("a.yaml");
  }

  @Test
  void isUnusedWithoutAFinding() {
    assertThat(analyse(new DuplicateName(false), SUPPRESSED).findings())
        .extracting(Finding::ruleId)
        .containsExactly("unused-suppression");
  }

  @Test
  void isNotCalledUnusedIfSuchARuleCrashed() {
    AnalysisResult result = analyse(new DuplicateName(true), SUPPRESSED);

    assertThat(result.findings()).isEmpty();
    assertThat(result.problems()).hasSize(1);
  }

  private static AnalysisResult analyse(ProjectRule rule, Source... sources) {
    return Analyzer.builder().rules(List.of(rule)).build().analyze(sources);
  }

  private record DuplicateName(RuleMetadata metadata, boolean crashes) implements ProjectRule {

    DuplicateName(boolean crashes) {
      this(
          RuleMetadata.builder("duplicate-name", "two objects have one name")
              .category("test")
              .remediation("Rename one.")
              .build(),
          crashes);
    }

    @Override
    public void check(Project project, Violations violations) {
      if (crashes) {
        throw new IllegalStateException("crash");
      }
      if (project.objects().size() > 1) {
        project
            .objects()
            .forEach(
                object ->
                    violations.report(
                        object.root().get("metadata", "name"), "another object has this name"));
      }
    }
  }
}
