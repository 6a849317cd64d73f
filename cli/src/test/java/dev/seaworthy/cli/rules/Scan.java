package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.cli.BundledRules;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Map;

/** Runs some of the bundled rules over a manifest. */
final class Scan {

  private final Analyzer.Builder analyzer;

  private Scan(RuleSelection selection) {
    this.analyzer =
        Analyzer.builder().rules(BundledRules.all()).selection(selection).parallelism(1);
  }

  /** With these rules and no others, whatever their profile. */
  static Scan with(String... rules) {
    return new Scan(new RuleSelection(Profile.NONE, Map.of(), List.of(rules), List.of(), Map.of()));
  }

  /** With the recommended rules on privileges. */
  static Scan withRecommended() {
    List<String> others =
        BundledRules.all().stream()
            .map(rule -> rule.metadata())
            .filter(rule -> rule.category().equals("hygiene"))
            .map(rule -> rule.id())
            .toList();
    return new Scan(new RuleSelection(Profile.RECOMMENDED, Map.of(), List.of(), others, Map.of()));
  }

  /** For a cluster of a version. */
  Scan on(String version) {
    return on(ClusterProfile.of(KubernetesVersion.parse(version)));
  }

  Scan on(ClusterProfile cluster) {
    analyzer.cluster(cluster);
    return this;
  }

  Scan set(String rule, String parameter, ParameterValue value) {
    analyzer.parameters(Map.of(rule, Map.of(parameter, value)));
    return this;
  }

  /** What is reported in the order of the text, each as {@code rule: path}. */
  List<String> reports(String yaml) {
    return analyze(yaml).findings().stream()
        .map(finding -> finding.ruleId() + ": " + finding.path())
        .toList();
  }

  /** What is reported in the order of the text, each as {@code rule: message}. */
  List<String> messages(String yaml) {
    return analyze(yaml).findings().stream()
        .map(finding -> finding.ruleId() + ": " + finding.message())
        .toList();
  }

  AnalysisResult analyze(String yaml) {
    return analyze(Source.of("test.yaml", yaml));
  }

  AnalysisResult analyze(Source... sources) {
    AnalysisResult result = analyzer.build().analyze(sources);
    assertThat(result.problems()).isEmpty();
    assertThat(result.objects()).isPositive();
    return result;
  }

  /** A Pod with a spec. */
  static String pod(String spec) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec:
    """
        + spec.indent(2);
  }

  /** A Pod with one container, {@code app}, that has a security context. */
  static String podWith(String securityContext) {
    return podWith(securityContext, "");
  }

  /** Likewise, with more lines of the spec before its containers. */
  static String podWith(String securityContext, String spec) {
    return pod(
        spec
            + """
            containers:
              - name: app
                image: example.com/app:1.0
                securityContext: %s
            """
                .formatted(securityContext));
  }
}
