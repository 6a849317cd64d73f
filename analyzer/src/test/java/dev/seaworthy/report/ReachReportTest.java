package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.ReachCut;
import dev.seaworthy.engine.Scenarios;
import dev.seaworthy.engine.WorkloadReach;
import dev.seaworthy.model.Workload;
import dev.seaworthy.reach.Reach;
import dev.seaworthy.reach.Step;
import dev.seaworthy.rule.ReachRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What reports say of how far workloads lead. */
class ReachReportTest {

  private static final Report JSON_REPORT = new JsonReport(Samples.TOOL);
  private static final Report SARIF_REPORT = new SarifReport(Samples.TOOL, Samples.PAGES);

  private static final String PRIVILEGED = Samples.pod("securityContext: {privileged: true}");

  private static final String CONTAINED =
      Samples.pod(
              """
              securityContext:
                runAsNonRoot: true
                runAsUser: 1000
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
              """)
          .replace("spec:", "spec:\n  automountServiceAccountToken: false");

  private static final String SECRETS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: reader, namespace: prod}
      spec:
        serviceAccountName: reader
        containers: [{name: app, image: app}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: everything}
      rules:
        - apiGroups: ["*"]
          resources: ["*"]
          verbs: ["*"]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: reader}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything}
      subjects:
        - {kind: ServiceAccount, name: reader, namespace: prod}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: reader-too}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: elsewhere}
      subjects:
        - {kind: ServiceAccount, name: reader, namespace: prod}
      """;

  /** Reports the first step of each way, and all steps with it. */
  private record Ways(RuleMetadata metadata) implements ReachRule {

    Ways() {
      this(
          RuleMetadata.builder("way-out", "workload has a way out")
              .category("test")
              .remediation("Close it.")
              .build());
    }

    @Override
    public void check(Workload workload, Reach reach, Violations violations) {
      if (!reach.path().isEmpty()) {
        Violation violation =
            Violation.at(reach.path().get(0).field(), "there is a way")
                .with(workload.spec(), "this is the pod");
        int number = 0;
        for (Step step : reach.path()) {
          violation = violation.withStep(++number, step.field(), "step " + number);
        }
        violations.report(violation);
      }
    }
  }

  private static AnalysisResult analyse(Source... sources) {
    return Analyzer.builder().rules(List.of(new Ways())).build().analyze(sources);
  }

  private static AnalysisResult analyse(String yaml) {
    return analyse(Source.of("deploy/web.yaml", yaml));
  }

  private static String text(AnalysisResult result, boolean colour) {
    TextOptions options = new TextOptions(colour, TextOptions.Verbosity.NORMAL, Optional.empty());
    return Samples.written(new TextReport(options, SourceLines.NONE), result);
  }

  private static List<String> lines(AnalysisResult result) {
    return text(result, false)
        .lines()
        .dropWhile(line -> !line.startsWith("what reaches furthest"))
        .toList();
  }

  @Test
  void jsonTellsOfEachWorkloadTheWayAndWhatToChange() {
    JsonNode reach =
        Samples.tree(
                JSON_REPORT,
                analyse(Source.of("a.yaml", CONTAINED), Source.of("deploy/web.yaml", PRIVILEGED)))
            .get("reach");

    JsonNode web = reach.get(0);
    assertThat(web.propertyNames())
        .containsExactly(
            "object",
            "path",
            "file",
            "startLine",
            "startColumn",
            "endLine",
            "endColumn",
            "precision",
            "verdict",
            "steps",
            "cut",
            "assumptions",
            "unknown");
    assertThat(web.get("object").get("name").stringValue()).isEqualTo("web");
    assertThat(web.get("path").stringValue()).isEqualTo("spec");
    assertThat(web.get("startLine").intValue()).isEqualTo(6);
    assertThat(web.get("verdict").stringValue()).isEqualTo("takes-the-node");
    JsonNode step = web.get("steps").get(1);
    assertThat(step.get("edge").stringValue()).isEqualTo("privileged");
    assertThat(step.get("from").stringValue()).isEqualTo("root");
    assertThat(step.get("to").stringValue()).isEqualTo("node");
    assertThat(step.get("startLine").intValue()).isEqualTo(11);
    assertThat(step.has("account")).isFalse();
    JsonNode cut = web.get("cut").get(0);
    assertThat(cut.get("value").stringValue()).isEqualTo("false");
    assertThat(cut.get("path").stringValue())
        .isEqualTo("spec.containers[0].securityContext.privileged");
    assertThat(web.get("assumptions").get(0).get("id").stringValue()).isEqualTo("image-user");
    assertThat(reach.get(1).get("verdict").stringValue()).isEqualTo("contained");
    assertThat(reach.get(1).get("steps")).isEmpty();
  }

  @Test
  void jsonTellsOfAccountsRolesAndWhatIsUnknown() {
    JsonNode reader = Samples.tree(JSON_REPORT, analyse(SECRETS)).get("reach").get(0);

    assertThat(reader.get("verdict").stringValue()).isEqualTo("takes-the-cluster");
    JsonNode last = reader.get("steps").get(1);
    assertThat(last.get("account").stringValue()).isEqualTo("prod/reader");
    assertThat(last.get("role").get("name").stringValue()).isEqualTo("everything");
    assertThat(last.get("related").get(0).get("message").stringValue())
        .isEqualTo("together with this");
    assertThat(reader.get("unknown").get(0).get("message").stringValue())
        .isEqualTo(
            "'ClusterRoleBinding reader-too' gives ClusterRole 'elsewhere', which is not known");
  }

  @Test
  void jsonTellsWhatRefusesAPod() {
    String namespace =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: prod
          labels: {pod-security.kubernetes.io/enforce: baseline}
        """;
    AnalysisResult result = analyse(PRIVILEGED + namespace);

    JsonNode web = Samples.tree(JSON_REPORT, result).get("reach").get(0);
    assertThat(web.get("verdict").stringValue()).isEqualTo("contained");
    assertThat(web.get("refusedBy").get("message").stringValue())
        .isEqualTo("namespace 'prod' enforces 'baseline', which refuses the pod");
    assertThat(Schema.ofOutput().errors(Samples.written(JSON_REPORT, result))).isEmpty();
  }

  @Test
  void jsonCountsWorkloadsByVerdict() {
    AnalysisResult result =
        analyse(Source.of("a.yaml", CONTAINED), Source.of("b.yaml", PRIVILEGED));
    JsonNode counts = Samples.tree(JSON_REPORT, result).get("summary").get("reach");

    assertThat(counts.propertyNames())
        .containsExactly(
            "contained",
            "root-in-container",
            "sees-the-host",
            "takes-the-node",
            "takes-the-cluster");
    assertThat(counts.get("takes-the-node").intValue()).isEqualTo(1);
    assertThat(counts.get("contained").intValue()).isEqualTo(1);
    assertThat(counts.get("takes-the-cluster").intValue()).isZero();
  }

  @Test
  void jsonNumbersTheStepsAmongTheRelatedPlaces() {
    JsonNode related =
        Samples.tree(JSON_REPORT, analyse(PRIVILEGED)).get("findings").get(0).get("related");

    assertThat(related.get(0).has("step")).isFalse();
    assertThat(related.get(1).get("step").intValue()).isEqualTo(1);
    assertThat(related.get(2).get("step").intValue()).isEqualTo(2);
  }

  @Test
  void sarifHasTheStepsAsACodeFlowAndTheOthersAsRelatedLocations() {
    JsonNode result =
        Samples.tree(SARIF_REPORT, analyse(PRIVILEGED)).get("runs").get(0).get("results").get(0);

    assertThat(result.get("message").get("text").stringValue())
        .isEqualTo("there is a way; [this is the pod](1)");
    assertThat(result.get("relatedLocations")).hasSize(1);
    assertThat(result.get("codeFlows")).hasSize(1);
    JsonNode locations = result.get("codeFlows").get(0).get("threadFlows").get(0).get("locations");
    assertThat(StreamSupport.stream(locations.spliterator(), false))
        .extracting(
            place -> place.get("executionOrder").intValue(),
            place -> place.get("location").get("message").get("text").stringValue())
        .containsExactly(tuple(1, "step 1"), tuple(2, "step 2"));
    assertThat(locations.get(1).findValue("startLine").intValue()).isEqualTo(11);
  }

  @Test
  void bothAreValidByTheirSchemas() {
    AnalysisResult result =
        analyse(
            Source.of("a.yaml", CONTAINED),
            Source.of("b.yaml", PRIVILEGED),
            Source.of("c.yaml", SECRETS));

    assertThat(Schema.ofOutput().errors(Samples.written(JSON_REPORT, result))).isEmpty();
    assertThat(Schema.ofSarif().errors(Samples.written(SARIF_REPORT, result))).isEmpty();
  }

  @Test
  void textEndsWithWhatReachesFurthest() {
    AnalysisResult result =
        analyse(
            Source.of("a.yaml", CONTAINED),
            Source.of("deploy/web.yaml", PRIVILEGED),
            Source.of("rbac.yaml", SECRETS));

    ReachCut first = result.reach().get(0).cut().get(0);
    String line = "rbac.yaml:" + first.location().span().start().line();
    assertThat(lines(result))
        .startsWith(
            "what reaches furthest, and what to change first:",
            "  takes the cluster  Pod prod/reader  "
                + String.format("%-18s  ", line)
                + first.message(),
            "  takes the node     Pod prod/web     deploy/web.yaml:11  set 'privileged' to 'false'",
            "")
        .hasSize(5);
    assertThat(text(result, true))
        .contains(Style.CRITICAL.on() + "takes the cluster" + Style.CRITICAL.off())
        .contains(Style.HIGH.on() + "takes the node" + Style.HIGH.off());
  }

  @Test
  void textShowsAWorkloadOfSeveralScenariosOnce() {
    WorkloadReach pod = analyse(PRIVILEGED).reach().get(0);
    WorkloadReach other = analyse(PRIVILEGED.replace("web", "small-web")).reach().get(0);

    assertThat(table(in(pod, "default"), in(other, "small"))).hasSize(2);
    assertThat(table(in(pod, "default"), in(other, "default"))).hasSize(3);
    assertThat(table(pod, other)).hasSize(3);
  }

  private static WorkloadReach in(WorkloadReach reach, String scenario) {
    return new WorkloadReach(
        reach.object(),
        reach.path(),
        reach.location(),
        reach.verdict(),
        reach.steps(),
        reach.cut(),
        reach.assumptions(),
        reach.unknown(),
        reach.refusal(),
        new Scenarios(List.of(scenario), false));
  }

  private static List<String> table(WorkloadReach... reach) {
    return new TextReach(List.of(reach), false)
        .toString()
        .lines()
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @Test
  void textHasNoTableWhereNothingReachesFar() {
    assertThat(text(analyse(CONTAINED), false)).doesNotContain("furthest");
  }

  @Test
  void textShowsTenAndCountsTheOthers() {
    Source[] sources =
        IntStream.range(0, 13)
            .mapToObj(i -> Source.of("pod" + i + ".yaml", PRIVILEGED))
            .toArray(Source[]::new);

    assertThat(lines(analyse(sources))).hasSize(14).contains("  and 3 more");
  }

  @Test
  void namesAreHarmlessAndBounded() {
    String hostile = "\"\\e[31m" + "x".repeat(500) + "\"";
    AnalysisResult result =
        analyse(
            Source.of(
                "\u001b[2J/" + "y".repeat(500) + ".yaml", PRIVILEGED.replace("web", hostile)));

    List<String> table = lines(result);
    assertThat(table.get(1)).doesNotContain("\u001b").contains("␛[31mxxx").contains("...");
    assertThat(table.get(1).length()).isLessThan(200);
    assertThat(table.get(1)).contains("yyy.yaml:11");
  }
}
