package dev.seaworthy.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule: its class, its data, its page and its tests fit together. */
class EveryRuleTest {

  private static final Analyzer ANALYZER =
      Analyzer.builder()
          .rules(JavaRules.all())
          .selection(RuleSelection.of(Profile.ALL))
          .parallelism(1)
          .build();

  static List<Rule> classes() {
    return JavaRules.all();
  }

  /** The rules with those that the engine reports itself, which have pages as well. */
  static List<RuleMetadata> rules() {
    return Analyzer.catalogOf(JavaRules.all()).rules();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void classHasTheNameOfTheRule(Rule rule) {
    String name = rule.getClass().getSimpleName();
    assertThat(name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
        .isEqualTo(rule.metadata().id());
    assertThat(rule.getClass().getPackageName())
        .isEqualTo("dev.seaworthy.rules." + rule.metadata().category());
  }

  @ParameterizedTest
  @MethodSource("classes")
  void classHasATest(Rule rule) {
    String name = rule.getClass().getName() + "Test";
    assertThatCode(() -> Class.forName(name)).as("write %s", name).doesNotThrowAnyException();
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
  void badExamplesViolateTheRule(RuleMetadata rule) {
    RulePage page = RulePage.of(rule.id());
    List<String> examples = page.manifests("Bad");
    boolean configured = page.section("Bad").contains("```yaml seaworthy.yaml");
    assertThat(examples.isEmpty()).as("an example is missing").isEqualTo(configured);
    List<String> generated = new ArrayList<>();
    generated.add(GeneratedParts.header(rule));
    for (String example : examples) {
      List<Finding> findings =
          analyse(example).stream().filter(finding -> finding.ruleId().equals(rule.id())).toList();
      assertThat(findings).as(example).isNotEmpty();
      assertThat(findings)
          .allSatisfy(finding -> assertThat(finding.message()).matches("[a-z'].*[^.]"));
      generated.add(GeneratedParts.findings(findings));
    }
    page.checkGenerated(generated);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void goodExamplesAreCleanOfEveryRule(RuleMetadata rule) {
    RulePage page = RulePage.of(rule.id());
    List<String> examples = page.manifests("Good");
    assertThat(examples.isEmpty()).isEqualTo(page.manifests("Bad").isEmpty());
    for (String example : examples) {
      assertThat(analyse(example)).as(example).isEmpty();
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
    assertThat(page.section("When to ignore it")).contains(rule.id());
    if (!Boolean.getBoolean("golden.update")) {
      assertThat(RulePages.page(rule.id())).contains(page.text());
    }
  }

  @Test
  void rulesAreSorted() {
    assertThat(JavaRules.all()).extracting(rule -> rule.metadata().id()).isSorted();
  }

  @Test
  void everyRuleIsRegistered() throws Exception {
    assertThat(ruleClasses())
        .containsExactlyInAnyOrderElementsOf(
            JavaRules.all().stream().<Class<?>>map(Object::getClass).toList());
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

  private static List<Finding> analyse(String manifest) {
    AnalysisResult result = ANALYZER.analyze(Source.of("example.yaml", manifest));
    assertThat(result.problems()).as(manifest).isEmpty();
    assertThat(result.objects()).as(manifest).isPositive();
    return result.findings();
  }

  private static List<Class<?>> ruleClasses() throws Exception {
    Path root =
        Path.of(JavaRules.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        if (Rule.class.isAssignableFrom(type) && !type.isInterface()) {
          found.add(type);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }
}
