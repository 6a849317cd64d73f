package dev.seaworthy.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns whose repetitions multiply, which Go refuses. */
class RepeatsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1,100}){1,100}){1,100}",
        "((((a{1,100}){1,100}){1,100}){1,100})",
        "(a{40}b{40}){40}",
        "a{1001}",
        "(?:(?:x{100}){100})"
      })
  void areTooMany(String regex) {
    assertThat(Repeats.areTooMany(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{1,1000}",
        "^[a-z]{1,63}(\\.[a-z]{1,63}){1,10}$",
        "[a{2}]{500}b{500}c{500}",
        "(a{10}){10}(b{10}){10}",
        "\\{100}\\{100}\\{100}",
        "a{,5000}b{x}",
        "((",
        "[a",
        "a{99"
      })
  void areNotTooMany(String regex) {
    assertThat(Repeats.areTooMany(regex)).isFalse();
  }
}
