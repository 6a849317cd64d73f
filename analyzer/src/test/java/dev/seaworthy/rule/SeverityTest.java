package dev.seaworthy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeverityTest {

  @Test
  void goesFromLeastToWorst() {
    assertThat(Severity.values())
        .extracting(Severity::id)
        .containsExactly("info", "low", "medium", "high", "critical");
    assertThat(Severity.HIGH.isAtLeast(Severity.HIGH)).isTrue();
    assertThat(Severity.HIGH.isAtLeast(Severity.CRITICAL)).isFalse();
    assertThat(Severity.HIGH.isAtLeast(Severity.INFO)).isTrue();
  }

  @Test
  void isFoundByItsId() {
    for (Severity severity : Severity.values()) {
      assertThat(Severity.of(severity.id())).contains(severity);
      assertThat(severity).hasToString(severity.id());
    }
    assertThat(Severity.of("HIGH")).isEmpty();
    assertThat(Severity.of("")).isEmpty();
  }
}
