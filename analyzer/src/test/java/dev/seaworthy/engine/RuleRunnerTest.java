package dev.seaworthy.engine;

import static dev.seaworthy.engine.AdHocRule.onObject;
import static dev.seaworthy.engine.AdHocRule.onProject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.Project;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.ProjectRule;
import dev.seaworthy.rule.Rule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.FileState;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import dev.seaworthy.source.Source;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleRunnerTest {

  private static final Source TWO =
      Source.of(
          "two.yaml",
          """
          {apiVersion: v1, kind: ConfigMap, metadata: {name: first}}
          ---
          {apiVersion: v1, kind: ConfigMap, metadata: {name: second}}
          """);

  private static final ObjectRule NAMED = AdHocRule.at("named", "metadata", "name");

  static List<Supplier<Throwable>> crashes() {
    return List.of(
        () -> new IllegalStateException("no such luck"),
        () -> new AssertionError("no such luck"),
        () -> new NoClassDefFoundError("no such luck"));
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void survivesARuleThatCrashes(Supplier<Throwable> crash) {
    Throwable thrown = crash.get();
    AnalysisResult result = analyse(List.of(crashingOn("second", crash), NAMED), TWO);

    assertThat(AdHocRule.places(result.findings()))
        .containsExactly("two.yaml:1:52", "two.yaml:3:52");
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.RULE_CRASHED);
              assertThat(problem.file()).contains("two.yaml");
              assertThat(problem.span().orElseThrow().start()).hasToString("3:1");
              assertThat(problem.message())
                  .isEqualTo("rule 'crashing' crashed on 'ConfigMap second': " + thrown);
              assertThat(problem.hint()).contains("report it to its author").endsWith(".");
              assertThat(problem.detail().orElseThrow())
                  .startsWith(thrown.toString())
                  .contains("at dev.seaworthy.engine.RuleRunnerTest.");
            });
    assertThat(result.inventory())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.state()).isEqualTo(FileState.FAILED);
              assertThat(entry.objects()).isEqualTo(2);
            });
  }

  @Test
  void survivesARuleThatRecursesWithoutEnd() {
    Rule recursing = onObject("recursing", (object, violations) -> recurse(object.root()));
    AnalysisResult result = analyse(List.of(recursing, NAMED), TWO);

    assertThat(result.findings()).hasSize(2);
    assertThat(result.problems()).extracting(Problem::kind).containsOnly(ProblemKind.RULE_CRASHED);
    assertThat(result.problems().get(0).message()).contains("StackOverflowError");
    assertThat(result.problems().get(0).detail().orElseThrow().lines().count()).isLessThan(200);
  }

  private static int recurse(Field field) {
    return recurse(field) + 1;
  }

  @Test
  void showsTheRulesPartOfTheStackAlone() {
    Rule crashing = crashingOn("first", () -> new IllegalStateException("a", new Error("b")));
    String detail = analyse(List.of(crashing), TWO).problems().get(0).detail().orElseThrow();

    assertThat(detail)
        .contains("IllegalStateException: a", "Caused by: java.lang.Error: b", "RuleRunnerTest.")
        .doesNotContain("junit", "java.lang.Thread", "ParallelMap");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void saysTheSameOfACrashOnAnyThread(int threads) {
    List<Rule> rules = List.of(crashingOn("second", () -> new IllegalStateException("crash")));
    Source[] sources = {TWO, TWO, TWO, TWO};

    assertThat(analyzer(rules).parallelism(threads).build().analyze(sources))
        .isEqualTo(analyzer(rules).parallelism(1).build().analyze(sources));
  }

  @Test
  void keepsWhatARuleFoundBeforeItCrashed() {
    Rule half =
        onObject(
            "half",
            (object, violations) -> {
              violations.report(object.root(), "it is wrong");
              throw new IllegalStateException("crash");
            });
    AnalysisResult result = analyse(List.of(half), TWO);

    assertThat(result.findings()).hasSize(2);
    assertThat(result.problems()).hasSize(2);
  }

  @Test
  void endsARuleThatLooksThingsUpWithoutEnd() {
    Rule endless =
        onObject(
            "endless",
            (object, violations) -> {
              while (true) {
                object.root().get("data").members().forEach(Field::text);
              }
            });
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: ConfigMap\ndata:\n");
    for (int i = 0; i < 20_000; i++) {
      yaml.append("  key-").append(i).append(": value\n");
    }
    Limits limits = new Limits(1 << 20, Limits.DEFAULT.yaml(), 200_000, 100);
    AnalysisResult result =
        analyzer(List.of(endless, AdHocRule.at("kind", "kind")))
            .limits(limits)
            .build()
            .analyze(Source.of("huge.yaml", yaml.toString()));

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.RULE_LIMIT);
              assertThat(problem.file()).contains("huge.yaml");
              assertThat(problem.span().orElseThrow().start()).hasToString("1:1");
              assertThat(problem.message())
                  .isEqualTo("rule 'endless' gave up after 200000 look-ups on 'ConfigMap'");
              assertThat(problem.hint()).contains("skip the rule").endsWith(".");
            });
    assertThat(AdHocRule.places(result.findings())).containsExactly("huge.yaml:2:7");
  }

  @Test
  void endsARuleThatReportsWithoutEnd() {
    Rule endless =
        onObject(
            "endless",
            (object, violations) -> {
              while (true) {
                violations.report(object.root(), "it is wrong");
              }
            });
    Limits limits = new Limits(1 << 20, Limits.DEFAULT.yaml(), 10_000, 100);
    AnalysisResult result = analyzer(List.of(endless, NAMED)).limits(limits).build().analyze(TWO);

    assertThat(result.problems())
        .extracting(Problem::kind)
        .containsExactlyInAnyOrder(
            ProblemKind.TOO_MANY_FINDINGS, ProblemKind.RULE_LIMIT, ProblemKind.RULE_LIMIT);
    assertThat(result.findings())
        .filteredOn(finding -> finding.ruleId().equals("named"))
        .hasSize(2);
  }

  @Test
  void givesEachRuleABudgetForEachObject() {
    Rule reading =
        onObject(
            "reading",
            (object, violations) -> {
              for (int i = 0; i < 60; i++) {
                object.root().get("kind");
              }
            });
    Limits limits = new Limits(1 << 20, Limits.DEFAULT.yaml(), 100, 100);

    assertThat(analyzer(List.of(reading)).limits(limits).build().analyze(TWO).problems()).isEmpty();
  }

  @Test
  void showsProjectRulesAllObjectsInOrder() {
    Rule names =
        onProject(
            "names",
            (project, violations) -> {
              String all = project.objects().stream().map(KubernetesObject::name).toList() + "";
              violations.report(project.objects().get(0).root(), "objects are " + all);
            });
    AnalysisResult result =
        analyse(List.of(names), configMap("z.yaml", "z"), TWO, Source.of("", ""));

    assertThat(result.findings())
        .extracting(Finding::toString)
        .containsExactly("z.yaml:1:1: medium[names]: objects are [z, first, second]");
  }

  @Test
  void putsFindingsOfProjectRulesIntoTheFileOfTheirObject() {
    AnalysisResult result =
        analyse(
            List.of(everyName(), NAMED), configMap("b.yaml", "b"), TWO, configMap("a.yaml", "a"));

    assertThat(result.findings())
        .extracting(finding -> finding.location() + " " + finding.ruleId())
        .containsExactly(
            "a.yaml:1:52 every-name",
            "a.yaml:1:52 named",
            "b.yaml:1:52 every-name",
            "b.yaml:1:52 named",
            "two.yaml:1:52 every-name",
            "two.yaml:1:52 named",
            "two.yaml:3:52 every-name",
            "two.yaml:3:52 named");
  }

  @Test
  void tellsApartSourcesOfOneName() {
    AnalysisResult result =
        analyse(List.of(everyName()), configMap("same.yaml", "a"), configMap("same.yaml", "b"));

    assertThat(result.findings())
        .extracting(finding -> finding.object().orElseThrow().name())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void survivesAProjectRuleThatCrashes() {
    Rule crashing =
        onProject(
            "crashing",
            (project, violations) -> {
              throw new IllegalStateException("no such luck");
            });
    AnalysisResult result = analyse(List.of(crashing, everyName()), TWO);

    assertThat(result.findings()).hasSize(2);
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.RULE_CRASHED);
              assertThat(problem.file()).isEmpty();
              assertThat(problem.message())
                  .isEqualTo(
                      "rule 'crashing' crashed: java.lang.IllegalStateException: no such luck");
              assertThat(problem.detail()).isPresent();
            });
    assertThat(result.inventory()).extracting(e -> e.state()).containsExactly(FileState.ANALYSED);
  }

  @Test
  void runsBothHooksOfARuleThatHasBoth() {
    AnalysisResult result = analyse(List.of(new Both()), TWO);

    assertThat(result.findings())
        .extracting(Finding::message)
        .containsExactly("an object", "the project", "an object");
  }

  private record Both(RuleMetadata metadata) implements ObjectRule, ProjectRule {

    Both() {
      this(AdHocRule.metadata("both").build());
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      violations.report(object.root(), "an object");
    }

    @Override
    public void check(Project project, Violations violations) {
      violations.report(project.objects().get(0).root(), "the project");
    }
  }

  private static Rule everyName() {
    return onProject(
        "every-name",
        (project, violations) ->
            project
                .objects()
                .forEach(
                    object ->
                        violations.report(object.root().get("metadata", "name"), "it is wrong")));
  }

  private static Rule crashingOn(String name, Supplier<Throwable> crash) {
    return onObject(
        "crashing",
        (object, violations) -> {
          if (object.name().equals(name)) {
            throwAnything(crash.get());
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void throwAnything(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static Source configMap(String file, String name) {
    return Source.of(file, "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}}\n");
  }

  private static Analyzer.Builder analyzer(List<? extends Rule> rules) {
    return Analyzer.builder().rules(rules);
  }

  private static AnalysisResult analyse(List<? extends Rule> rules, Source... sources) {
    return analyzer(rules).build().analyze(sources);
  }
}
