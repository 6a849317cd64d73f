package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.source.Source;

/** Analyses with {@link TestRules}: the result in lines that are easy to compare. */
final class SuppressionFixture {

  private final AnalysisResult result;

  private SuppressionFixture(AnalysisResult result) {
    this.result = result;
  }

  static SuppressionFixture analysed(String yaml) {
    return analysed(IgnorePolicy.DEFAULT, Source.of("pod.yaml", yaml));
  }

  static SuppressionFixture analysed(IgnorePolicy ignores, Source... sources) {
    return analysed(RuleSelection.DEFAULT, ignores, sources);
  }

  static SuppressionFixture analysed(
      RuleSelection selection, IgnorePolicy ignores, Source... sources) {
    return new SuppressionFixture(
        Analyzer.builder()
            .rules(TestRules.ALL)
            .selection(selection)
            .ignores(ignores)
            .build()
            .analyze(sources));
  }

  /** Checks what is shown: {@code place rule: message}, the file left out. */
  SuppressionFixture shows(String... findings) {
    assertThat(result.findings())
        .extracting(
            finding ->
                finding.location().span().start()
                    + " "
                    + finding.ruleId()
                    + ": "
                    + finding.message())
        .containsExactly(findings);
    return this;
  }

  /** Checks what is not shown: {@code line rule kind: reason}. */
  SuppressionFixture hides(String... findings) {
    assertThat(result.suppressed())
        .extracting(
            hidden ->
                hidden.finding().location().span().start().line()
                    + " "
                    + hidden.finding().ruleId()
                    + " "
                    + hidden.suppression().kind()
                    + ": "
                    + hidden.suppression().reason())
        .containsExactly(findings);
    return this;
  }

  AnalysisResult result() {
    return result;
  }
}
