package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Severity;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRulesTest {

  private static AnalysisResult analyse(String version, String... files) {
    Analyzer analyzer =
        Analyzer.builder()
            .rules(SchemaRules.of(Schemas.bundled()))
            .selection(RuleSelection.of(Profile.ALL))
            .cluster(ClusterProfile.of(KubernetesVersion.parse(version)))
            .build();
    Source[] sources = new Source[files.length];
    for (int i = 0; i < files.length; i++) {
      sources[i] = Source.of("f" + i + ".yaml", files[i]);
    }
    return analyzer.analyze(sources);
  }

  private static List<String> findings(String... files) {
    return told(analyse("1.37", files));
  }

  private static List<String> told(AnalysisResult result) {
    return Stream.concat(
            result.problems().stream()
                .map(
                    problem ->
                        problem.kind()
                            + " "
                            + problem.span().get().start()
                            + " "
                            + problem.message()),
            result.findings().stream()
                .map(
                    finding ->
                        finding.ruleId()
                            + " "
                            + finding.location().span().start().line()
                            + ":"
                            + finding.location().span().start().column()
                            + " "
                            + finding.message()))
        .toList();
  }

  @Test
  void theItemsOfATypedListNeedNotSayWhatTheyAre() {
    assertThat(
            findings(
                """
                apiVersion: v1
                kind: ConfigMapList
                items:
                - metadata: {name: a}
                  dat: {}
                """))
        .containsExactly("schema-unknown-field 5:3 unknown field 'dat'; did you mean 'data'?");
  }

  @Test
  void misspeltAndMisplacedFieldsAreToldAtTheirKey() {
    assertThat(
            findings(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  lables: {app: web}
                spec:
                  replica: 3
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata:
                      labels: {app: web}
                    spec:
                      securityContex:
                        runAsNonRoot: true
                      containers:
                        - name: app
                          image: web
                          hostNetwork: true
                          runAsNonRoot: true
                          securityContext:
                            runAsNonroot: true
                            capabilities: {dropp: [ALL]}
                          ports:
                            - containerPort: "8080"
                """))
        .containsExactly(
            "schema-unknown-field 5:3 unknown field 'lables' in 'metadata'; did you mean 'labels'?",
            "schema-unknown-field 7:3 unknown field 'replica' in 'spec'; did you mean 'replicas'?",
            "schema-unknown-field 13:7 unknown field 'securityContex' in"
                + " 'spec.template.spec'; did you mean 'securityContext'?",
            "schema-unknown-field 18:11 unknown field 'hostNetwork' in"
                + " 'spec.template.spec.containers[0]'; it belongs in 'spec.template.spec'",
            "schema-unknown-field 19:11 unknown field 'runAsNonRoot' in"
                + " 'spec.template.spec.containers[0]'; it belongs in"
                + " 'spec.template.spec.containers[0].securityContext'",
            "schema-unknown-field 21:13 unknown field 'runAsNonroot' in"
                + " 'spec.template.spec.containers[0].securityContext'; did you mean"
                + " 'runAsNonRoot'?",
            "schema-unknown-field 22:28 unknown field 'dropp' in"
                + " 'spec.template.spec.containers[0].securityContext.capabilities'; did you mean"
                + " 'drop'?",
            "schema-wrong-type 24:30 'containerPort' must be a whole number, and is the string"
                + " '8080'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostnetwork: true | HIGH",
        "securityContex: {runAsNonRoot: true} | HIGH",
        "securityContext: {anything: 1} | HIGH",
        "restartpolicy: Always | MEDIUM",
      })
  void aFieldThatWouldSecureSomethingIsWorse(String field, Severity severity) {
    assertThat(analyse("1.36", pod(field)).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.ruleId()).isEqualTo("schema-unknown-field");
              assertThat(finding.severity()).isEqualTo(severity);
            });
  }

  private static String pod(String field) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: x}
        spec:
          containers: [{name: a, image: b}]
          %s
        """
        .formatted(field);
  }
}
