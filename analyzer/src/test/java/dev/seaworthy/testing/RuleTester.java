package dev.seaworthy.testing;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Tries one rule on YAML.
 *
 * <p>{@code #! text} at the end of a line expects a finding that starts on this line and whose
 * message holds the text; on a line of its own it expects one on the next line. Several marks on a
 * line expect several findings. Every line without a mark must be silent, so each test of what a
 * rule finds is also a test of what it leaves alone; text without any mark must be clean.
 *
 * <pre>{@code
 * RuleTester.of(new PrivilegedContainer()).check("""
 *     apiVersion: v1
 *     kind: Pod
 *     spec:
 *       containers:
 *         - name: app
 *           securityContext:
 *             privileged: true #! container 'app' runs privileged
 *     """);
 * }</pre>
 */
public final class RuleTester {

  private static final String FILE = "test.yaml";

  private final Rule rule;
  private final ClusterProfile cluster;

  private RuleTester(Rule rule, ClusterProfile cluster) {
    this.rule = rule;
    this.cluster = cluster;
  }

  public static RuleTester of(Rule rule) {
    return new RuleTester(rule, ClusterProfile.DEFAULT);
  }

  /** The same rule with other assumptions about the cluster. */
  public RuleTester on(ClusterProfile other) {
    return new RuleTester(rule, other);
  }

  /**
   * Checks that the rule finds what is marked, and nothing else.
   *
   * @throws AssertionError if it does not, or if the YAML cannot be analysed
   */
  public void check(String yaml) {
    TreeMap<Integer, List<String>> expected = Expectations.in(yaml);
    StringBuilder failures = new StringBuilder();
    for (Finding finding : findings(yaml)) {
      int line = finding.location().span().start().line();
      if (!takeMark(expected.getOrDefault(line, new ArrayList<>()), finding.message())) {
        failures.append("\n  unexpected at ").append(finding);
      }
    }
    expected.forEach(
        (line, texts) ->
            texts.forEach(
                text ->
                    failures
                        .append("\n  missing at line ")
                        .append(line)
                        .append(": ")
                        .append(text)));
    if (!failures.isEmpty()) {
      throw new AssertionError("rule '" + rule.metadata().id() + "':" + failures);
    }
  }

  /** Takes one mark that the message fits: the longest, as others may have to do with less. */
  private static boolean takeMark(List<String> marks, String message) {
    return marks.stream()
        .filter(message::contains)
        .max(Comparator.comparingInt(String::length))
        .map(marks::remove)
        .orElse(false);
  }

  /**
   * What the rule finds, for a closer look at places and related places.
   *
   * @throws AssertionError if the YAML cannot be analysed
   */
  public List<Finding> findings(String yaml) {
    AnalysisResult result =
        Analyzer.builder()
            .rules(List.of(rule))
            .selection(RuleSelection.of(Profile.ALL))
            .cluster(cluster)
            .parallelism(1)
            .build()
            .analyze(Source.of(FILE, yaml));
    if (!result.problems().isEmpty() || result.objects() == 0) {
      throw new AssertionError(
          "cannot be analysed: " + result.problems() + " " + result.inventory());
    }
    return result.findings();
  }
}
