package dev.seaworthy.report;

import static dev.seaworthy.report.Ways.CONTAINED;
import static dev.seaworthy.report.Ways.PRIVILEGED;
import static dev.seaworthy.report.Ways.SECRETS;
import static dev.seaworthy.report.Ways.analyse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.source.Source;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What programs are told of how far workloads lead. */
class ReachReportTest {

  private static final Report JSON_REPORT = new JsonReport(Samples.TOOL);
  private static final Report SARIF_REPORT = new SarifReport(Samples.TOOL, Samples.PAGES);

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
        .isEqualTo("together with 'subjects[0]'");
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
  void oddManifestsAreValidByTheSchemaToo() {
    AnalysisResult result =
        analyse(
            Source.of("a.yaml", PRIVILEGED.replace("name: web", "generateName: web-")),
            Source.of("b.yaml", PRIVILEGED.replace("  name: web\n", "")),
            Source.of("c.yaml", PRIVILEGED.replace("name: web", "name: [1, {a: b}]")),
            Source.of(
                "d.yaml", PRIVILEGED.replace("name: app", "name: \"\\0" + "x".repeat(3000) + '"')),
            Source.of("e.yaml", SECRETS.replace("subjects:\n", "subjects:\n  - 5\n  -\n")));

    assertThat(result.reach()).hasSize(5);
    assertThat(Schema.ofOutput().errors(Samples.written(JSON_REPORT, result))).isEmpty();
    assertThat(Schema.ofSarif().errors(Samples.written(SARIF_REPORT, result))).isEmpty();
  }
}
