package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.schema.ApiHistory;
import dev.seaworthy.schema.ApiKind;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiVersionTest {

  private static final KubernetesVersion OLD = new KubernetesVersion(1, 30);
  private static final KubernetesVersion NEW = new KubernetesVersion(1, 31);

  private static final ApiHistory HISTORY =
      new ApiHistory(
          List.of(OLD, NEW),
          Map.of(
                  OLD,
                  List.of(
                      new ApiKind("toys.example/v1beta1", "Toy", true),
                      new ApiKind("toys.example/v1", "Toy", true)),
                  NEW,
                  List.of(
                      new ApiKind("toys.example/v1", "Toy", true),
                      new ApiKind("toys.example/v2alpha1", "Toy", true),
                      new ApiKind("toys.example/v1", "Game", true)))
              ::get);

  private static List<String> findings(KubernetesVersion target, String apiVersion, String kind) {
    Analyzer analyzer =
        Analyzer.builder()
            .rules(SchemaRules.of(new Schemas(version -> List.of(), HISTORY)))
            .selection(RuleSelection.of(Profile.ALL))
            .cluster(ClusterProfile.of(target))
            .build();
    String yaml = "apiVersion: %s\nkind: %s\nmetadata: {name: x}\n".formatted(apiVersion, kind);
    return analyzer.analyze(Source.of("x.yaml", yaml)).findings().stream()
        .map(finding -> finding.ruleId() + ": " + finding.message())
        .toList();
  }

  @Test
  void whatTheTargetDroppedIsRemoved() {
    assertThat(findings(NEW, "toys.example/v1beta1", "Toy"))
        .containsExactly(
            "api-version-removed: 'toys.example/v1beta1' has no 'Toy' since Kubernetes 1.31;"
                + " 'toys.example/v1' replaces it");
  }

  @Test
  void whatALaterVersionDropsIsDeprecated() {
    assertThat(findings(OLD, "toys.example/v1beta1", "Toy"))
        .contains(
            "api-version-deprecated: 'toys.example/v1beta1' has no 'Toy' from Kubernetes 1.31 on;"
                + " 'toys.example/v1' replaces it");
  }

  @Test
  void whatIsNotThereYetSaysWhenItComes() {
    assertThat(findings(OLD, "toys.example/v1", "Game"))
        .containsExactly(
            "schema-no-such-kind: 'toys.example/v1' has no kind 'Game' before Kubernetes 1.31");
  }

  @Test
  void aKindThatIsMisspeltHasASuggestion() {
    assertThat(findings(NEW, "toys.example/v1", "Tyo"))
        .containsExactly(
            "schema-no-such-kind: 'toys.example/v1' has no kind 'Tyo' in Kubernetes; did you mean"
                + " 'Toy'?");
  }

  @Test
  void whatWasGoneBeforeTheOldestKnownVersionIsTakenFromTheGuide() {
    assertThat(findings(NEW, "batch/v1beta1", "CronJob"))
        .containsExactly(
            "api-version-removed: 'batch/v1beta1' has no 'CronJob' since Kubernetes 1.25");
  }
}
