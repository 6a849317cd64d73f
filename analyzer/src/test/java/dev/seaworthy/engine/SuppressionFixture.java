package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rule.ContainerRule;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;

/** Four small rules, and the result of an analysis in lines that are easy to compare. */
final class SuppressionFixture {

  static final List<Rule> RULES =
      List.of(
          new Privileged(),
          new PodField("host-pid", "hostPID"),
          new PodField("host-ipc", "hostIPC"),
          new PodField("pod-security/hostNetwork", "hostNetwork"));

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
            .rules(RULES)
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

  private static RuleMetadata.Builder metadata(String id) {
    return RuleMetadata.builder(id, "something is wrong").category("test").remediation("Mend it.");
  }

  private record Privileged(RuleMetadata metadata) implements ContainerRule {

    Privileged() {
      this(SuppressionFixture.metadata("privileged-container").aliases("KSV-0017").build());
    }

    @Override
    public void check(Container container, Violations violations) {
      if (container.security().privileged().is(true)) {
        violations.report(container.security().privileged().field(), container + " is privileged");
      }
    }
  }

  /** Wants a field of a pod not to be true; all of these rules share an alias. */
  private record PodField(RuleMetadata metadata, String field) implements ObjectRule {

    PodField(String id, String field) {
      this(SuppressionFixture.metadata(id).aliases("HOST-ALL").build(), field);
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      object.workloads().stream()
          .map(workload -> workload.spec().get(field))
          .filter(value -> value.isTrue())
          .forEach(value -> violations.report(value, "'" + field + "' is set"));
    }
  }
}
