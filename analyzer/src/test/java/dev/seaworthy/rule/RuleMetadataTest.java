package dev.seaworthy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMetadataTest {

  @Test
  void hasSensibleDefaults() {
    RuleMetadata rule = builder("a-rule", "a title").build();

    assertThat(rule.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(rule.profile()).isEqualTo(Profile.RECOMMENDED);
    assertThat(rule.references()).isEmpty();
    assertThat(rule.aliases()).isEmpty();
    assertThat(rule.standards()).isEmpty();
  }

  @Test
  void changesTheSeverityAlone() {
    RuleMetadata rule = builder("a-rule", "a title").aliases("X").standards("y").build();
    RuleMetadata other = rule.withSeverity(Severity.LOW);

    assertThat(other.severity()).isEqualTo(Severity.LOW);
    assertThat(other.withSeverity(Severity.MEDIUM)).isEqualTo(rule);
  }

  @Test
  void keepsItsOwnCopyOfLists() {
    List<String> aliases = new ArrayList<>(List.of("X"));
    RuleMetadata rule =
        new RuleMetadata(
            "a",
            "a",
            Severity.LOW,
            "test",
            Profile.ALL,
            "Do.",
            List.of(),
            aliases,
            List.of(),
            List.of());
    aliases.add("Y");

    assertThat(rule.aliases()).containsExactly("X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "host-pid", "pod-security/runAsNonRoot", "KSV_1", "x2/y-3"})
  void acceptsIds(String id) {
    assertThat(builder(id, "a title").build().id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host pid", "a/b/c", "/a", "a/", "a.b", "A/b", "a*", "\u00e9"})
  void refusesOtherIds(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(id, "a title").build())
        .withMessage("rule '" + id + "': the id is no kebab-case name");
  }

  @ParameterizedTest
  @CsvSource({
    "'', test, Mend it., the title is empty or ends with a stop",
    "' ', test, Mend it., the title is empty or ends with a stop",
    "A title., test, Mend it., the title is empty or ends with a stop",
    "a title, '', Mend it., the category is no kebab-case name",
    "a title, Test, Mend it., the category is no kebab-case name",
    "a title, test, '', the remediation does not end with a full stop",
    "a title, test, mend it, the remediation does not end with a full stop"
  })
  void refusesWhatIsMissingOrMalformed(
      String title, String category, String remediation, String message) {
    RuleMetadata.Builder builder =
        RuleMetadata.builder("a-rule", title).category(category).remediation(remediation);

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("rule 'a-rule': " + message);
  }

  @Test
  void refusesTheEmptyProfile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("a-rule", "a title").profile(Profile.NONE).build())
        .withMessage("rule 'a-rule': no rule is in the profile 'none'");
  }

  private static RuleMetadata.Builder builder(String id, String title) {
    return RuleMetadata.builder(id, title).category("test").remediation("Mend it.");
  }
}
