package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Workload;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizePatchesTest {

  private static final String PATCH = "apps/web/patch.yaml";
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            hostPID: true
            serviceAccountName: null
      """;

  /** Each reports a field, there or not. */
  private static final List<Rule> RULES =
      List.of(
          field("host-pid", "hostPID"), field("account", "serviceAccountName"), field("os", "os"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patches: [{path: patch.yaml, target: {kind: Deployment}}]",
        "patches: [{path: ./patch.yaml}]",
        "patches: [{path: ../web/patch.yaml}]",
        "patchesStrategicMerge: [other.yaml, patch.yaml]"
      })
  void whatAPatchLeavesOutIsNotJudged(String kustomization) {
    AnalysisResult result = analysed("apps/web/kustomization.yaml", kustomization);

    assertThat(result.findings())
        .extracting(Finding::ruleId)
        .containsExactly("host-pid", "account");
    assertThat(result.inventory())
        .filteredOn(entry -> entry.file().equals(PATCH))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo(FileState.ANALYSED);
              assertThat(entry.reason())
                  .isEqualTo("patch of a kustomization: what it leaves out is not judged");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: [patch.yaml]",
        "{resources: [patch.yaml], patches: [{path: patch.yaml}]}",
        "patches: [{path: other.yaml}, {patch: 'a: 1'}, patch.yaml]",
        "patches: {path: patch.yaml}",
        "patches: [{path: ../patch.yaml}]",
        "[patch.yaml]",
        "patches: [{path: patch.yaml}",
        "\0"
      })
  void anyOtherFileIsJudgedInFull(String kustomization) {
    assertThat(analysed("apps/web/kustomization.yaml", kustomization).findings())
        .extracting(Finding::ruleId)
        .containsExactly("os", "host-pid", "account");
  }

  @Test
  void aKustomizationOfAnotherFolderCountsToo() {
    String kustomization = "patches: [{path: ../apps/web/patch.yaml}]";

    assertThat(analysed("base/kustomization.yml", kustomization).findings()).hasSize(2);
    assertThat(analysed("base/other.yaml", kustomization).findings()).hasSize(3);
    assertThat(analysed("kustomization.yaml", "patches: [{path: apps/web/patch.yaml}]").findings())
        .hasSize(2);
  }

  @Test
  void rulesThatLookAtAllObjectsAreSilentAsWell() {
    Rule rule =
        AdHocRule.onProject(
            "all",
            (project, violations) ->
                project.workloads().stream()
                    .map(Workload::spec)
                    .forEach(
                        spec -> {
                          violations.report(spec.get("hostPID"), "it is set");
                          violations.report(spec.get("os"), "it is missing");
                        }));

    assertThat(
            analysed(List.of(rule), "kustomization.yaml", "patches: [{path: " + PATCH + "}]")
                .findings())
        .extracting(Finding::message)
        .containsExactly("it is set");
  }

  @Test
  void readsAStreamOnce() {
    byte[] text = "patches: [{path: patch.yaml}]".getBytes(StandardCharsets.UTF_8);
    AnalysisResult result =
        analyzer(RULES)
            .analyze(
                Source.of("kustomization.yaml", new ByteArrayInputStream(text)),
                Source.of("patch.yaml", DEPLOYMENT));

    assertThat(result.problems()).isEmpty();
    assertThat(result.findings()).hasSize(2);
  }

  @Test
  void aKustomizationThatCannotBeReadIsToldOnce() {
    Source broken =
        new Source() {
          @Override
          public String name() {
            return "kustomization.yaml";
          }

          @Override
          public byte[] read(int limit) {
            throw new IllegalStateException("broken");
          }
        };
    AnalysisResult result = analyzer(RULES).analyze(broken, Source.of(PATCH, DEPLOYMENT));

    assertThat(result.findings()).hasSize(3);
    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).contains("kustomization.yaml"));
  }

  private static AnalysisResult analysed(String name, String kustomization) {
    return analysed(RULES, name, kustomization);
  }

  private static AnalysisResult analysed(List<Rule> rules, String name, String kustomization) {
    return analyzer(rules)
        .analyze(
            Discovery.of(List.of(Source.of(PATCH, DEPLOYMENT), Source.of(name, kustomization))));
  }

  private static Analyzer analyzer(List<Rule> rules) {
    return Analyzer.builder().rules(new ArrayList<>(rules)).build();
  }

  private static Rule field(String id, String name) {
    return AdHocRule.onObject(
        id,
        (object, violations) ->
            object.workloads().forEach(pod -> violations.report(pod.spec().get(name), "wrong")));
  }
}
