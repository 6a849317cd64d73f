package dev.seaworthy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSelectionTest {

  private static final RuleCatalog CATALOG =
      new RuleCatalog(
          List.of(
              rule("host-ipc", Profile.RECOMMENDED),
              rule("host-pid", Profile.RECOMMENDED),
              rule("read-only-root", Profile.STRICT),
              rule("no-limits", Profile.ALL)));

  @ParameterizedTest
  @CsvSource({
    "NONE, ''",
    "RECOMMENDED, host-ipc host-pid",
    "STRICT, host-ipc host-pid read-only-root",
    "ALL, host-ipc host-pid no-limits read-only-root"
  })
  void startsFromTheProfile(Profile profile, String ids) {
    assertThat(String.join(" ", ids(RuleSelection.of(profile)))).isEqualTo(ids);
  }

  @Test
  void isRecommendedByDefault() {
    assertThat(RuleSelection.DEFAULT).isEqualTo(RuleSelection.of(Profile.RECOMMENDED));
  }

  @Test
  void switchesRulesOnAndOff() {
    assertThat(ids(enabled(Map.of("no-limits", true, "host-pid", false))))
        .containsExactly("host-ipc", "no-limits");
  }

  @Test
  void letsTheLaterOfTwoStatementsWin() {
    Map<String, Boolean> statements = new LinkedHashMap<>();
    statements.put("*", false);
    statements.put("host-*", true);
    statements.put("HOST", false);
    statements.put("host-ipc", true);

    assertThat(ids(enabled(statements))).containsExactly("host-ipc");
  }

  @Test
  void takesOnlyWhatIsNamedInsteadOfTheProfile() {
    assertThat(
            ids(
                selection(
                    Profile.ALL,
                    Map.of("no-limits", true),
                    List.of("read-only-root", "HOST"),
                    List.of())))
        .containsExactly("host-ipc", "host-pid", "read-only-root");
  }

  @Test
  void skipsInAnyCase() {
    assertThat(
            ids(selection(Profile.NONE, Map.of(), List.of("host-*"), List.of("host-ipc", "*pid"))))
        .isEmpty();
    assertThat(
            ids(
                selection(
                    Profile.ALL, Map.of("no-limits", true), List.of(), List.of("no-limits", "H*"))))
        .containsExactly("read-only-root");
  }

  @Test
  void changesSeveritiesOfRulesThatRun() {
    Map<String, Severity> severities = new LinkedHashMap<>();
    severities.put("*", Severity.LOW);
    severities.put("host-pid", Severity.CRITICAL);
    RuleSelection selection =
        new RuleSelection(Profile.RECOMMENDED, Map.of(), List.of(), List.of(), severities);

    assertThat(selection.resolve(CATALOG).values())
        .extracting(rule -> rule.id() + " " + rule.severity())
        .containsExactly("host-ipc low", "host-pid critical");
  }

  static Stream<RuleSelection> misspelt() {
    return Stream.of(
        enabled(Map.of("host-pdi", true)),
        enabled(Map.of("host-pdi", false)),
        selection(Profile.ALL, Map.of(), List.of("host-pdi"), List.of()),
        selection(Profile.ALL, Map.of(), List.of(), List.of("host-pdi")),
        new RuleSelection(
            Profile.NONE, Map.of(), List.of(), List.of(), Map.of("host-pdi", Severity.LOW)));
  }

  @ParameterizedTest
  @MethodSource("misspelt")
  void refusesUnknownNamesAnywhere(RuleSelection selection) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> selection.resolve(CATALOG))
        .withMessage("there is no rule 'host-pdi'; did you mean 'host-pid'?");
  }

  @Test
  void isRefusedByTheAnalyzerThatCannotFollowIt() {
    Analyzer.Builder builder =
        Analyzer.builder()
            .rules(TestRules.ALL)
            .selection(selection(Profile.ALL, Map.of(), List.of("privileged"), List.of()));

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("there is no rule 'privileged'");
  }

  @Test
  void tellsWhichRulesRun() {
    assertThat(
            Analyzer.builder()
                .rules(TestRules.ALL)
                .selection(
                    selection(Profile.ALL, Map.of(), List.of("ksv-0017", "host-pid"), List.of()))
                .build()
                .activeRules())
        .extracting(RuleMetadata::id)
        .containsExactly("host-pid", "privileged-container");
  }

  private static RuleSelection enabled(Map<String, Boolean> enabled) {
    return selection(Profile.RECOMMENDED, enabled, List.of(), List.of());
  }

  private static RuleSelection selection(
      Profile profile, Map<String, Boolean> enabled, List<String> only, List<String> skip) {
    return new RuleSelection(profile, enabled, only, skip, Map.of());
  }

  private static List<String> ids(RuleSelection selection) {
    Map<String, RuleMetadata> resolved = selection.resolve(CATALOG);
    resolved.forEach((id, rule) -> assertThat(rule.id()).isEqualTo(id));
    return resolved.keySet().stream().sorted().toList();
  }

  private static RuleMetadata rule(String id, Profile profile) {
    RuleMetadata.Builder builder = AdHocRule.metadata(id).profile(profile);
    return (id.startsWith("host-") ? builder.aliases("HOST") : builder).build();
  }
}
