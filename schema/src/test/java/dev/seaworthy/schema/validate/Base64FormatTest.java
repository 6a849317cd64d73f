package dev.seaworthy.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64FormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "YQ==",
        "YWI=",
        "YWJj",
        "Y+/A",
        "YR==",
        "\n",
        "YQ\n==",
        "YQ=\r\n=\n",
        "\nYQ=="
      })
  void takesWhatTheServerDecodes(String text) {
    assertThat(Base64Format.isBase64(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "YQ",
        "YQ=",
        "YQ===",
        "YQ====",
        "====",
        "=",
        "YQ==YQ==",
        "Y=Q=",
        "YQ-_",
        "hello",
        "é===",
        " YQ==",
        "YQ== ",
        "Y\tQ=="
      })
  void refusesWhatItDoesNot(String text) {
    assertThat(Base64Format.isBase64(text)).isFalse();
  }
}
