package dev.seaworthy.engine;

import static dev.seaworthy.engine.SuppressionFixture.analysed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.Position;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSuppressionTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private static final Source WEB =
      Source.of(
          "web.yaml",
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: prod}
          spec:
            hostPID: true
            containers: [{name: app, securityContext: {privileged: true}}]
          """);

  private static final Source CLEAN =
      Source.of("clean.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: clean}\n");

  @Test
  void holdsAFileAgainstAPatternOnce() {
    List<String> asked = new CopyOnWriteArrayList<>();
    Predicate<String> pattern =
        file -> {
          asked.add(file);
          return file.equals("web.yaml");
        };
    String pods = text() + "---\n" + text().replace("name: web", "name: other");

    SuppressionFixture result =
        analysed(
            ignoring(
                new Ignore("host-pid").in(pattern).of("Job", null, null, null),
                new Ignore("host-pid").in(pattern),
                new Ignore("privileged-container").in(pattern)),
            Source.of("web.yaml", pods),
            Source.of("x.yaml", pods));

    assertThat(result.result().suppressed()).hasSizeGreaterThan(1);
    // once for the findings, and once to see whether a suppression of no use could have been
    assertThat(asked).filteredOn("x.yaml"::equals).hasSizeBetween(1, 2);
    assertThat(asked).filteredOn("web.yaml"::equals).hasSizeBetween(1, 2);
  }

  @Test
  void namesTheFirstOfSeveralWhetherOrNotItNamesTheObject() {
    Ignore byName = new Ignore("host-pid").of(null, "web", null, null).because("by name");
    Ignore anyName = new Ignore("host-pid").because("any");

    assertThat(reasonOfFirst(byName, anyName)).isEqualTo("by name");
    assertThat(reasonOfFirst(anyName, byName)).isEqualTo("any");
  }

  private static String reasonOfFirst(Ignore... ignores) {
    return analysed(ignoring(ignores), WEB).result().suppressed().get(0).suppression().reason();
  }

  @Test
  void withoutConditionsCoversEveryFindingOfItsRule() {
    analysed(ignoring(new Ignore("host-pid")), WEB, Source.of("x.yaml", text()))
        .shows("6:58 privileged-container: container 'app' is privileged")
        .hides("5 host-pid CONFIGURATION: agreed on", "3 host-pid CONFIGURATION: agreed on");
  }

  @Test
  void namesRulesByAliasOrPattern() {
    analysed(ignoring(new Ignore("host-*"), new Ignore("ksv-0017")), WEB)
        .shows()
        .hides(
            "5 host-pid CONFIGURATION: agreed on",
            "6 privileged-container CONFIGURATION: agreed on");
  }

  @ParameterizedTest
  @CsvSource({
    "Pod, web, prod, app",
    "Pod, , , ",
    ", web, , ",
    ", , prod, ",
    ", , , app",
  })
  void coversWhatMeetsAllItsConditions(
      String kind, String name, String namespace, String container) {
    analysed(
            ignoring(
                new Ignore("privileged-container")
                    .of(kind, name, namespace, container)
                    .in("web.yaml"::equals)),
            WEB)
        .shows("5:12 host-pid: 'hostPID' is set")
        .hides("6 privileged-container CONFIGURATION: agreed on");
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, web, prod, app",
    "Pod, api, prod, app",
    "Pod, web, test, app",
    "Pod, web, prod, proxy",
  })
  void leavesWhatMissesOneOfItsConditions(
      String kind, String name, String namespace, String container) {
    analysed(
            ignoring(
                new Ignore("privileged-container").of(kind, name, namespace, container).partial()),
            WEB)
        .shows(
            "5:12 host-pid: 'hostPID' is set",
            "6:58 privileged-container: container 'app' is privileged");
  }

  @Test
  void leavesOtherFiles() {
    analysed(
            ignoring(new Ignore("host-pid").in("x.yaml"::equals)), WEB, Source.of("x.yaml", text()))
        .shows(
            "5:12 host-pid: 'hostPID' is set",
            "6:58 privileged-container: container 'app' is privileged")
        .hides("3 host-pid CONFIGURATION: agreed on");
  }

  @Test
  void countsOnItsLastDay() {
    analysed(ignoring(new Ignore("host-*").until(TODAY)), Source.of("x.yaml", text()))
        .shows()
        .hides("3 host-pid CONFIGURATION: agreed on");
  }

  @Test
  void thatHasExpiredLetsTheFindingComeBackAndIsReported() {
    analysed(
            ignoring(new Ignore("host-pid").until(TODAY.minusDays(1))), Source.of("x.yaml", text()))
        .shows(
            "7:9 expired-suppression: suppression of 'host-pid' expired on 2026-06-14",
            "3:17 host-pid: 'hostPID' is set")
        .hides();
  }

  @Test
  void neverExpiresWithoutADayToHoldItAgainst() {
    IgnorePolicy timeless =
        new IgnorePolicy(
            true, List.of(new Ignore("host-pid").until(LocalDate.MIN).build()), Optional.empty());
    analysed(timeless, Source.of("x.yaml", text()))
        .shows()
        .hides("3 host-pid CONFIGURATION: agreed on");
  }

  @Test
  void withoutAReasonSuppressesAndIsReported() {
    analysed(ignoring(new Ignore("host-pid").because("")), Source.of("x.yaml", text()))
        .shows("7:9 suppression-without-reason: suppression of 'host-pid' gives no reason")
        .hides("3 host-pid CONFIGURATION: ");
  }

  @Test
  void thatSuppressesNothingIsReported() {
    analysed(
            ignoring(
                new Ignore("host-ipc"), new Ignore("host-pid").in(file -> file.contains("gone"))),
            CLEAN)
        .shows(
            "7:9 unused-suppression: suppression of 'host-ipc' suppresses nothing",
            "7:9 unused-suppression: suppression of 'host-pid' suppresses nothing: no analysed file"
                + " has such a path");
  }

  @Test
  void isNotCalledUnusedWhereOnlyAPartIsAnalysed() {
    analysed(ignoring(new Ignore("host-ipc").partial()), CLEAN).shows();
  }

  @Test
  void isNotCalledUnusedForARuleThatDoesNotRun() {
    RuleSelection others =
        new RuleSelection(
            RuleSelection.DEFAULT.profile(), Map.of(), List.of(), List.of("host-ipc"), Map.of());
    analysed(others, ignoring(new Ignore("host-ipc")), CLEAN).shows();
  }

  @Test
  void isNotCalledUnusedIfAFileThatItIsMeantForFailed() {
    Source broken = Source.of("broken.yaml", "apiVersion: v1\nkind: Pod\nspec: {\n");
    analysed(
            ignoring(
                new Ignore("host-ipc"),
                new Ignore("host-pid").in("broken.yaml"::equals),
                new Ignore("privileged-container").in("clean.yaml"::equals)),
            CLEAN,
            broken)
        .shows("7:9 unused-suppression: suppression of 'privileged-container' suppresses nothing");
  }

  @Test
  void givesWayToTheSuppressionInTheFile() {
    analysed(
            ignoring(new Ignore("host-pid")),
            Source.of(
                "x.yaml", text().replace("\n---", " # seaworthy: ignore[host-pid] local\n---")))
        .shows()
        .hides("3 host-pid COMMENT: local");
  }

  @Test
  void isNeitherUsedNorJudgedWhenNothingIsToBeIgnored() {
    ConfiguredIgnore ignore = new Ignore("host-pid").because("").until(LocalDate.MIN).build();
    analysed(
            new IgnorePolicy(false, List.of(ignore), Optional.of(TODAY)),
            Source.of("x.yaml", text()))
        .shows("3:17 host-pid: 'hostPID' is set")
        .hides();
  }

  @Test
  void ofAnUnknownRuleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Analyzer.builder()
                    .rules(TestRules.ALL)
                    .ignores(ignoring(new Ignore("host-pdi")))
                    .build())
        .withMessage("there is no rule 'host-pdi'; did you mean 'host-pid'?");
  }

  private static String text() {
    return "apiVersion: v1\nkind: Pod\nspec: {hostPID: true}\n---\n";
  }

  private static IgnorePolicy ignoring(Ignore... ignores) {
    return new IgnorePolicy(
        true, List.of(ignores).stream().map(Ignore::build).toList(), Optional.of(TODAY));
  }

  /** Builds a configured suppression; each method sets one thing. */
  private static final class Ignore {

    private static final Position PLACE = new Position(7, 9);

    private final String rule;
    private Optional<Predicate<String>> file = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> namespace = Optional.empty();
    private Optional<String> container = Optional.empty();
    private String reason = "agreed on";
    private Optional<LocalDate> expires = Optional.empty();
    private boolean expectedToMatch = true;

    Ignore(String rule) {
      this.rule = rule;
    }

    Ignore of(String kind, String name, String namespace, String container) {
      this.kind = Optional.ofNullable(kind);
      this.name = Optional.ofNullable(name);
      this.namespace = Optional.ofNullable(namespace);
      this.container = Optional.ofNullable(container);
      return this;
    }

    Ignore in(Predicate<String> files) {
      this.file = Optional.of(files);
      return this;
    }

    Ignore until(LocalDate day) {
      this.expires = Optional.of(day);
      return this;
    }

    Ignore because(String text) {
      this.reason = text;
      return this;
    }

    Ignore partial() {
      this.expectedToMatch = false;
      return this;
    }

    ConfiguredIgnore build() {
      return new ConfiguredIgnore(
          rule,
          file,
          kind,
          name,
          namespace,
          container,
          reason,
          expires,
          expectedToMatch,
          Location.exact("seaworthy.yaml", new Span(PLACE, PLACE)));
    }
  }
}
