package dev.seaworthy.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.cli.BundledRules;
import dev.seaworthy.cli.Coverage;
import dev.seaworthy.cli.Coverage.Decision;
import dev.seaworthy.cli.Coverage.Fact;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/coverage.yaml} and its page say of the rules what is true. */
class CoverageTest {

  private static final Coverage COVERAGE = Coverage.read();
  private static final RuleCatalog CATALOG = Analyzer.catalogOf(BundledRules.all());

  /** What is about other things than the privileges of workloads. */
  private static final Set<String> OTHER_CATEGORIES =
      Set.of("hygiene", "invalid", "manifest", "suppression", "pod-security", "schema");

  private static final List<Class<?>> DECISION_TESTS =
      List.of(
          IdentityDecisionsTest.class,
          CapabilityDecisionsTest.class,
          ConfinementDecisionsTest.class,
          HostDecisionsTest.class,
          WorkloadDecisionsTest.class,
          AccountDecisionsTest.class,
          ResultDecisionsTest.class);

  @Test
  void pageShowsTheData() {
    CoverageTables tables = new CoverageTables(COVERAGE);
    new GeneratedPage(GeneratedPage.DOCS.resolve("coverage.md"))
        .checkGenerated(List.of(tables.facts(), tables.tools(), tables.decisions()));
  }

  @Test
  void everyFactHasRulesOrAReason() {
    for (Fact fact : COVERAGE.facts()) {
      boolean hasRules = !fact.rules().isEmpty();
      assertThat(fact.reason().isEmpty()).as(fact.title()).isEqualTo(hasRules);
      if (!hasRules) {
        assertThat(fact.parameters()).as(fact.title()).isEmpty();
        assertThat(fact.note()).as(fact.title()).isEmpty();
      }
    }
  }

  @Test
  void everyRuleThatIsNamedExists() {
    Set<String> unknown = new TreeSet<>();
    Stream.concat(
            COVERAGE.facts().stream().map(Fact::rules),
            COVERAGE.decisions().stream().map(Decision::rules))
        .forEach(unknown::addAll);
    unknown.removeIf(rule -> CATALOG.get(rule).isPresent());
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyParameterThatIsNamedBelongsToARuleOfItsFact() {
    List<String> lost = new ArrayList<>();
    for (Fact fact : COVERAGE.facts()) {
      List<String> known =
          rules(fact).stream()
              .flatMap(rule -> rule.parameters().stream())
              .map(RuleParameter::name)
              .toList();
      fact.parameters().stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> lost.add(name + " of " + fact.rules()));
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyNameElsewhereLeadsToARuleOfItsFact() {
    List<String> lost = new ArrayList<>();
    for (Fact fact : COVERAGE.facts()) {
      Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      rules(fact).forEach(rule -> known.addAll(names(rule)));
      fact.others().values().stream()
          .flatMap(List::stream)
          .filter(name -> !fact.rules().isEmpty() && !known.contains(name))
          .forEach(name -> lost.add(name + " of " + fact.rules()));
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyAliasOfARuleIsANameElsewhere() {
    List<String> lost = new ArrayList<>();
    for (RuleMetadata rule : concerned()) {
      Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      COVERAGE.facts().stream()
          .filter(fact -> fact.rules().contains(rule.id()))
          .forEach(fact -> fact.others().values().forEach(names::addAll));
      rule.aliases().stream()
          .filter(alias -> !names.contains(alias))
          .forEach(alias -> lost.add(alias + " of " + rule.id()));
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyRuleReportsAFact() {
    Set<String> named =
        COVERAGE.facts().stream()
            .flatMap(fact -> fact.rules().stream())
            .collect(Collectors.toSet());
    assertThat(concerned()).extracting(RuleMetadata::id).allMatch(named::contains);
  }

  @Test
  void everyDecisionHasATestAndEveryTestADecision() {
    List<String> tests =
        DECISION_TESTS.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .sorted()
            .toList();
    assertThat(tests)
        .containsExactlyElementsOf(
            COVERAGE.decisions().stream().map(CoverageTest::testName).sorted().toList());
  }

  /** The name of the test method that shows a decision. */
  private static String testName(Decision decision) {
    StringBuilder name = new StringBuilder(String.format("t%02d", decision.number()));
    for (String word : decision.title().split("[^A-Za-z0-9]+")) {
      String rest = word.substring(1);
      name.append(Character.toUpperCase(word.charAt(0)))
          .append(
              rest.equals(rest.toUpperCase(Locale.ROOT)) ? rest.toLowerCase(Locale.ROOT) : rest);
    }
    return name.toString();
  }

  private static List<RuleMetadata> concerned() {
    return CATALOG.rules().stream()
        .filter(rule -> !OTHER_CATEGORIES.contains(rule.category()))
        .toList();
  }

  private static List<RuleMetadata> rules(Fact fact) {
    return fact.rules().stream().flatMap(rule -> CATALOG.get(rule).stream()).toList();
  }

  private static List<String> names(RuleMetadata rule) {
    List<String> names = new ArrayList<>(rule.aliases());
    names.add(rule.id().toLowerCase(Locale.ROOT));
    return names;
  }
}
