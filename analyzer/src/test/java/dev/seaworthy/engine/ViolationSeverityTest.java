package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Violations that are worse than their rule says. */
class ViolationSeverityTest {

  private static final ObjectRule RULE =
      AdHocRule.onObject(
          "mixed",
          (object, violations) -> {
            violations.report(
                Violation.at(object.root().get("kind"), "bad")
                    .withSeverity(Severity.CRITICAL)
                    .with(object.root().get("metadata"), "takes part"));
            violations.report(object.root().get("metadata"), "as usual");
          });

  private static AnalysisResult analyse(Map<String, Severity> severities) {
    return Analyzer.builder()
        .rules(List.of(RULE))
        .selection(
            new RuleSelection(Profile.RECOMMENDED, Map.of(), List.of(), List.of(), severities))
        .build()
        .analyze(Source.of("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"));
  }

  @Test
  void aViolationMayHaveASeverityOfItsOwn() {
    AnalysisResult result = analyse(Map.of());
    assertThat(result.findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL, Severity.MEDIUM);
    assertThat(result.findings().get(0).rule())
        .isEqualTo(RULE.metadata().withSeverity(Severity.CRITICAL));
    assertThat(result.findings().get(0).related()).hasSize(1);
    assertThat(result.rules()).contains(RULE.metadata());
  }

  @Test
  void aSeverityThatTheUserSetsIsThatOfAllViolations() {
    assertThat(analyse(Map.of("mixed", Severity.LOW)).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.LOW, Severity.LOW);
  }
}
