package dev.seaworthy.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.rule.Severity;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailOnTest {

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, 1",
    "HIGH, 2",
    "MEDIUM, 3",
    "LOW, 4",
    "INFO, 5",
    "NEVER, 0",
  })
  void isReachedByItsSeverityAndWorseOnes(FailOn failOn, int count) {
    assertThat(Arrays.stream(Severity.values()).filter(failOn::isReachedBy))
        .hasSize(count)
        .allMatch(severity -> severity.ordinal() >= Severity.values().length - count);
  }
}
