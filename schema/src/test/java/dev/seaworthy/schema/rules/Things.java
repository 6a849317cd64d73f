package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.Source;
import java.util.List;

/** The definition of a kind, and what comes of analysing it with objects. */
final class Things {

  static final String HEAD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: things.example.org}
      spec:
        group: example.org
        scope: Namespaced
        names: {plural: things, kind: Thing}
        versions:
          - name: v1alpha1
            served: false
            storage: false
            schema: {openAPIV3Schema: {type: object}}
          - name: v1
            served: true
            storage: true
            schema:
      """;

  private Things() {}

  static AnalysisResult analyse(String... files) {
    Analyzer analyzer =
        Analyzer.builder()
            .rules(SchemaRules.of(Schemas.bundled()))
            .selection(RuleSelection.of(Profile.ALL))
            .build();
    Source[] sources = new Source[files.length];
    for (int i = 0; i < files.length; i++) {
      sources[i] = Source.of("f" + i + ".yaml", files[i]);
    }
    return analyzer.analyze(sources);
  }

  static List<String> findings(String... files) {
    AnalysisResult result = analyse(files);
    assertThat(result.problems()).isEmpty();
    return result.findings().stream()
        .map(finding -> finding.ruleId() + " " + finding.path() + ": " + finding.message())
        .toList();
  }
}
