package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real charts, with their own values and each of their {@code ci} scenarios. */
@EnabledIfSystemProperty(
    named = "corpus",
    matches = ".+",
    disabledReason = "needs a folder of real manifests: -Dcorpus=DIR")
class CorpusChartsTest {

  @Test
  void nearlyAllFindingsStandAtTheLineOfATemplate() throws IOException {
    Path charts = Path.of(System.getProperty("corpus"), "charts").toAbsolutePath();
    assumeTrue(Files.isDirectory(charts), "the corpus has no charts");
    Invocation run =
        Invocation.in(charts, List.of("check", "--profile", "all", "--format", "json", "."));
    JsonNode result = new ObjectMapper().readTree(run.out());
    assumeTrue(!run.out().contains("there is no Helm engine"), "no engine for this platform");

    Map<String, Integer> precisions = new TreeMap<>();
    int rendered = 0;
    for (JsonNode finding : result.get("findings")) {
      if (finding.has("object")) {
        precisions.merge(finding.get("precision").asString(), 1, Integer::sum);
        rendered++;
      }
    }
    System.out.println("charts: findings by precision " + precisions);
    assertThat(result.get("problems")).isEmpty();
    assertThat(rendered).isPositive();
    assertThat(precisions.getOrDefault("template", 0) * 100).isGreaterThanOrEqualTo(95 * rendered);
  }
}
