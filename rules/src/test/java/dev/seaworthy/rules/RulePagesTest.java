package dev.seaworthy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePagesTest {

  @Test
  void findsThePageOfARule() {
    assertThat(RulePages.page("privileged-container"))
        .hasValueSatisfying(page -> assertThat(page).startsWith("# privileged-container\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no-such-rule",
        "README",
        "KSV-0017",
        "../JavaRules",
        "a/../b",
        "a/b/c",
        "x.md"
      })
  void knowsNothingElse(String name) {
    assertThat(RulePages.page(name)).isEmpty();
  }
}
