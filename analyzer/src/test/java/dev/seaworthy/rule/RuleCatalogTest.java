package dev.seaworthy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCatalogTest {

  private static final RuleCatalog CATALOG =
      new RuleCatalog(
          List.of(
              rule("privileged-container", "KSV-0017", "C-0057"),
              rule("host-pid", "KSV-0010", "C-0038"),
              rule("host-ipc", "KSV-0008", "C-0038"),
              rule("pod-security/hostNetwork")));

  @Test
  void sortsRulesById() {
    assertThat(ids(CATALOG.rules()))
        .containsExactly(
            "host-ipc", "host-pid", "pod-security/hostNetwork", "privileged-container");
  }

  @ParameterizedTest
  @CsvSource({
    "host-pid, host-pid",
    "HOST-PID, host-pid",
    "pod-security/hostnetwork, pod-security/hostNetwork",
    "ksv-0017, privileged-container",
    "C-0038, host-ipc host-pid",
    "host-*, host-ipc host-pid",
    "*-pid, host-pid",
    "HOST-*, host-ipc host-pid",
    "pod-security/*, pod-security/hostNetwork",
    "*o*t*, host-ipc host-pid pod-security/hostNetwork privileged-container",
    "*, host-ipc host-pid pod-security/hostNetwork privileged-container",
    "host-pid*, host-pid",
    "h*i*d, host-pid"
  })
  void findsWhatAPatternNames(String pattern, String ids) {
    assertThat(ids(CATALOG.matching(pattern))).containsExactly(ids.split(" "));
    assertThat(CATALOG.require(pattern)).isEqualTo(CATALOG.matching(pattern));
  }

  @ParameterizedTest
  @CsvSource({"pid", "host-pid-", "host-pid*d", "KSV-*", "''", "host", "?ost-pid", "host.*"})
  void findsNothingByOtherNames(String pattern) {
    assertThat(CATALOG.matching(pattern)).isEmpty();
    assertThat(CATALOG.get(pattern)).isEmpty();
  }

  @Test
  void getsRulesByIdAlone() {
    assertThat(CATALOG.get("Host-Pid").orElseThrow().id()).isEqualTo("host-pid");
    assertThat(CATALOG.get("KSV-0010")).isEmpty();
    assertThat(CATALOG.find("host-*")).isEmpty();
  }

  @Test
  void suggestsTheNearestIdOrAlias() {
    assertThat(CATALOG.didYouMean("priviledged-container"))
        .isEqualTo("; did you mean 'privileged-container'?");
    assertThat(CATALOG.didYouMean("KSV0017")).isEqualTo("; did you mean 'KSV-0017'?");
    assertThat(CATALOG.didYouMean("something-else")).isEmpty();
  }

  @Test
  void refusesUnknownNamesWithASuggestion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOG.require("host-pdi"))
        .withMessage("there is no rule 'host-pdi'; did you mean 'host-pid'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOG.require("nothing-like-it-*"))
        .withMessage("there is no rule 'nothing-like-it-*'");
  }

  @Test
  void refusesTwoRulesOfOneId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleCatalog(List.of(rule("host-pid"), rule("Host-PID"))))
        .withMessageContaining("two rules have the id");
  }

  @Test
  void refusesAnAliasThatIsTheIdOfAnotherRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleCatalog(List.of(rule("a"), rule("b", "A"))))
        .withMessage("an alias of rule 'b' is the id of 'a'");
  }

  @Test
  void acceptsAnAliasThatIsTheRulesOwnId() {
    assertThat(ids(new RuleCatalog(List.of(rule("a", "A"))).find("a"))).containsExactly("a");
  }

  @Test
  void findsARuleOnceByAnAliasThatItHasTwice() {
    assertThat(ids(new RuleCatalog(List.of(rule("a", "X-1", "x-1"))).find("X-1")))
        .containsExactly("a");
  }

  private static List<String> ids(List<RuleMetadata> rules) {
    return rules.stream().map(RuleMetadata::id).toList();
  }

  private static RuleMetadata rule(String id, String... aliases) {
    return RuleMetadata.builder(id, "something is wrong")
        .category("test")
        .remediation("Mend it.")
        .aliases(aliases)
        .build();
  }
}
