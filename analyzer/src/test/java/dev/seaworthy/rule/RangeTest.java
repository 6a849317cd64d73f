package dev.seaworthy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

  @ParameterizedTest
  @CsvSource({"1000, 1000", "0-0, 0", "1000-2000, 1000-2000", "1 - 2, 1-2"})
  void readsARangeOrANumber(String text, String range) {
    assertThat(Range.parse(text)).hasValueSatisfying(it -> assertThat(it).hasToString(range));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-1", "1-", "2-1", "1-2-3", "9999999999999999999"})
  void otherTextIsNoRange(String text) {
    assertThat(Range.parse(text)).isEmpty();
  }

  @Test
  void bothEndsBelongToIt() {
    Range range = new Range(5, 7);
    assertThat(range.contains(5) && range.contains(7)).isTrue();
    assertThat(range.contains(4) || range.contains(8)).isFalse();
  }

  @Test
  void doesNotRunBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(2, 1))
        .withMessage("1 is lower than 2");
  }
}
