package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.report.JsonReport;
import dev.seaworthy.report.Tool;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Runs over a folder of real manifests: {@code mvn verify -Dcorpus=DIR}. */
@EnabledIfSystemProperty(
    named = "corpus",
    matches = ".+",
    disabledReason = "needs a folder of real manifests: -Dcorpus=DIR")
class CorpusTest {

  private static final Set<ProblemKind> DEFECTS =
      EnumSet.of(
          ProblemKind.RULE_CRASHED,
          ProblemKind.RULE_LIMIT,
          ProblemKind.TOO_MANY_FINDINGS,
          ProblemKind.INTERNAL_ERROR);

  private Path corpus;

  @BeforeEach
  void findCorpus() {
    corpus = Path.of(System.getProperty("corpus")).toAbsolutePath();
  }

  @Test
  void noRuleFailsOnRealManifests() {
    AnalysisResult result = analyse(2);
    printFindingsPerRule(result);
    assertThat(result.objects()).isPositive();
    assertThat(result.problems()).extracting(Problem::kind).doesNotContainAnyElementsOf(DEFECTS);
  }

  @Test
  void noValidYamlFails() {
    List<String> failed =
        analyse(2).inventory().stream()
            .filter(entry -> entry.state() == FileState.FAILED)
            .map(InventoryEntry::file)
            .filter(file -> !file.contains("templates/"))
            .filter(file -> isYaml(corpus.resolve(file)))
            .toList();
    assertThat(failed).isEmpty();
  }

  @Test
  void givesTheSameBytesTwice() throws IOException {
    assertThat(json(analyse(1))).isEqualTo(json(analyse(4)));
  }

  private AnalysisResult analyse(int threads) {
    return Analyzer.builder()
        .rules(BundledRules.all())
        .selection(RuleSelection.of(Profile.ALL))
        .parallelism(threads)
        .build()
        .analyze(FileDiscovery.builder(corpus).build().discover(List.of(corpus)));
  }

  private static byte[] json(AnalysisResult result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonReport(Tool.of("seaworthy", "test")).write(result, bytes);
    return bytes.toByteArray();
  }

  /** Another reader's verdict. */
  private static boolean isYaml(Path file) {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(true).setAllowNonScalarKeys(false).build();
    try {
      new Load(settings).loadAllFromString(Files.readString(file)).forEach(document -> {});
      return true;
    } catch (IOException | YamlEngineException e) {
      return false;
    }
  }

  private static void printFindingsPerRule(AnalysisResult result) {
    Map<String, Long> counts =
        result.findings().stream()
            .collect(Collectors.groupingBy(Finding::ruleId, TreeMap::new, Collectors.counting()));
    System.out.printf(
        "%d files, %d objects, %d findings%n",
        result.inventory().size(), result.objects(), result.findings().size());
    counts.forEach((rule, count) -> System.out.printf("%6d %s%n", count, rule));
  }
}
