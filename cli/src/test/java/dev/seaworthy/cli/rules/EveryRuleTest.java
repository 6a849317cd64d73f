package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.cli.BundledRules;
import dev.seaworthy.cli.RuleFacts;
import dev.seaworthy.config.Configuration;
import dev.seaworthy.config.ConfigurationException;
import dev.seaworthy.config.ConfigurationReader;
import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rules.RulePages;
import dev.seaworthy.rules.podsecurity.PodSecurityRules;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every bundled rule, in whatever language: its data and its page fit together. */
class EveryRuleTest {

  /**
   * The bundled rules, and those of Pod Security: each of its checks at a level that has it, as the
   * strictest one replaces some.
   */
  private static final List<Rule> RULES =
      Stream.of(
              BundledRules.all(),
              podSecurity(PodSecurityLevel.BASELINE),
              podSecurity(PodSecurityLevel.RESTRICTED))
          .flatMap(List::stream)
          .toList();

  private static List<Rule> podSecurity(PodSecurityLevel level) {
    return PodSecurityRules.of(level, PodSecurityVersion.LATEST).stream()
        .filter(rule -> rule.metadata().standards().contains("pss:" + level))
        .toList();
  }

  @TempDir private Path folder;

  /** All rules with those that the engine reports itself, which have pages as well. */
  static List<RuleMetadata> rules() {
    return Analyzer.catalogOf(RULES).rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void dataIsWellFormed(RuleMetadata rule) {
    assertThat(rule.title()).matches("[a-z].*[^.]");
    assertThat(rule.remediation()).matches("[A-Z].*\\.");
    assertThat(rule.references()).doesNotHaveDuplicates();
    for (String reference : rule.references()) {
      assertThat(URI.create(reference).getScheme()).isEqualTo("https");
    }
    assertThat(rule.aliases().stream().map(alias -> alias.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates()
        .doesNotContain(rule.id());
    assertThat(rule.standards()).allMatch(name -> name.matches("[a-z]+(:[a-z0-9.]+)?"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void badExamplesViolateTheRule(RuleMetadata rule) throws IOException {
    RulePage page = RulePage.of(rule.id());
    List<String> examples = page.manifests("Bad");
    boolean configured = page.configuration("Bad").isPresent();
    Map<String, String> chart = page.chart("Bad");
    assertThat(!examples.isEmpty() || !chart.isEmpty() || configured).as("has an example").isTrue();
    Analyzer analyzer = analyzer(page, RuleSelection.of(Profile.ALL));
    List<String> generated = new ArrayList<>();
    generated.add(RuleFacts.of(rule));
    for (String example : examples) {
      List<Finding> findings =
          analyse(analyzer, example).stream()
              .filter(finding -> finding.ruleId().equals(rule.id()))
              .toList();
      assertThat(findings).as(example).isNotEmpty();
      assertThat(findings)
          .allSatisfy(finding -> assertThat(finding.message()).matches("[a-z'].*[^.]"));
      generated.add(GeneratedParts.findings(findings));
    }
    if (!chart.isEmpty()) {
      List<Finding> findings =
          ExampleChart.analyse(analyzer, chart, folder).stream()
              .filter(finding -> finding.ruleId().equals(rule.id()))
              .toList();
      assertThat(findings).as(chart.toString()).isNotEmpty();
      generated.add(GeneratedParts.findings(findings));
    }
    page.checkGenerated(generated);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void goodExamplesAreCleanOfTheRuleAndOfAllRecommendedOnes(RuleMetadata rule) throws IOException {
    RulePage page = RulePage.of(rule.id());
    List<String> examples = page.manifests("Good");
    assertThat(examples.isEmpty()).isEqualTo(page.manifests("Bad").isEmpty());
    Map<String, Boolean> thisRule = Map.of(rule.id(), true);
    RuleSelection selection =
        new RuleSelection(Profile.RECOMMENDED, thisRule, List.of(), List.of(), Map.of());
    Analyzer analyzer = analyzer(page, selection);
    for (String example : examples) {
      assertThat(analyse(analyzer, example)).as(example).isEmpty();
    }
    Map<String, String> chart = page.chart("Good");
    if (!chart.isEmpty()) {
      assertThat(ExampleChart.analyse(analyzer, chart, folder)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageIsCompleteAndBundled(RuleMetadata rule) {
    RulePage page = RulePage.of(rule.id());
    assertThat(page.text()).startsWith("# " + rule.id() + "\n");
    for (String heading : List.of("What is flagged", "Bad", "Good", "When to ignore it")) {
      assertThat(page.section(heading)).isNotBlank();
    }
    String inAnnotations = rule.id().replace('/', '.');
    assertThat(page.section("When to ignore it")).containsAnyOf(rule.id(), inAnnotations);
    if (!Boolean.getBoolean("golden.update")) {
      assertThat(RulePages.page(rule.id())).contains(page.text());
    }
  }

  @Test
  void rulesAreSorted() {
    assertThat(BundledRules.all()).extracting(rule -> rule.metadata().id()).isSorted();
  }

  @Test
  void everyPageBelongsToARule() {
    assertThat(RulePage.ids())
        .containsExactlyElementsOf(rules().stream().map(RuleMetadata::id).toList());
  }

  @Test
  void indexListsTheRules() {
    RulePage.index().checkGenerated(List.of(GeneratedParts.index(rules())));
  }

  /** Analyses as a page's bad example asks for: with the values of parameters that stand there. */
  private static Analyzer analyzer(RulePage page, RuleSelection selection) {
    ConfigurationReader reader =
        new ConfigurationReader(
            Analyzer.catalogOf(RULES), RulePage.FOLDER.toAbsolutePath(), List.of());
    Configuration configuration =
        page.configuration("Bad").map(text -> read(reader, text)).orElse(Configuration.DEFAULT);
    return Analyzer.builder()
        .rules(RULES)
        .selection(selection)
        .parameters(configuration.parameters())
        .cluster(configuration.cluster().profile())
        .parallelism(1)
        .build();
  }

  private static Configuration read(ConfigurationReader reader, String text) {
    try {
      return reader.read(Path.of("seaworthy.yaml"), text);
    } catch (ConfigurationException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<Finding> analyse(Analyzer analyzer, String manifest) {
    AnalysisResult result = analyzer.analyze(Source.of("example.yaml", manifest));
    assertThat(result.problems()).as(manifest).isEmpty();
    assertThat(result.objects()).as(manifest).isPositive();
    return result.findings();
  }
}
