package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.source.Source;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReachJsonReportTest {

  private static final Schema SCHEMA = Schema.ofReach();
  private static final Report REPORT = new ReachJsonReport(Samples.TOOL);

  @Test
  void everyVerdictAndEveryProblemIsValid() {
    AnalysisResult result =
        ReachSamples.analyse(
            Source.of("ops.yaml", ReachSamples.MANIFESTS),
            Source.of("half.yaml", "kind: [Pod\n"),
            Source.of("hostile.yaml", ReachSamples.hostile("\\uD800\\u0000\\u202E</script>")));
    assertThat(result.problems()).isNotEmpty();

    assertThat(SCHEMA.errors(Samples.written(REPORT, result))).isEmpty();
  }

  @Test
  void nothingIsValidToo() {
    assertThat(SCHEMA.errors(Samples.written(REPORT, ReachSamples.analyse()))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsWrong() {
    String json = Samples.written(REPORT, ReachSamples.analyse("ops.yaml", ReachSamples.MANIFESTS));

    assertThat(SCHEMA.errors(json.replace("takes-the-node", "takes-it"))).isNotEmpty();
    assertThat(SCHEMA.errors(json.replace("\"steps\"", "\"path\""))).isNotEmpty();
    assertThat(SCHEMA.errors(json.replace("\"inventory\"", "\"files\""))).isNotEmpty();
  }

  @Test
  void sharesItsMembersWithTheReportOfFindings() {
    AnalysisResult result = ReachSamples.analyse("ops.yaml", ReachSamples.MANIFESTS);
    JsonNode all = Samples.tree(new JsonReport(Samples.TOOL), result);
    JsonNode own = Samples.tree(REPORT, result);

    for (String member : new String[] {"tool", "reach", "problems", "inventory"}) {
      assertThat(own.get(member)).isEqualTo(all.get(member));
    }
  }
}
