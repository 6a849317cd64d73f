package dev.seaworthy.rego.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.ParseException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegoJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          1.50 | 1.50
          123456789012345678901234567890 | 123456789012345678901234567890
          1e400 | 1e400
          {"b": 1, "a": [true, null], "b": 2} | {"a":[true,null],"b":2}
          "\\u00e9\\ud83d\\ude00\\b\\f\\u0001\\u2028" | "é😀\\b\\f\\u0001\\u2028"
          "\\ud800" | "�"
          """)
  void valuesAreReadAndWrittenExactly(String text, String json) throws ParseException {
    assertThat(RegoText.json(RegoJson.parse(text))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "1 2", "{'a': 1}", "01", "NaN", "[1,]", "\"\n\"", "tru"})
  void whatIsNotOneValueIsRefused(String text) {
    assertThatExceptionOfType(ParseException.class).isThrownBy(() -> RegoJson.parse(text));
  }

  @Test
  void deepNestingIsRefused() throws ParseException {
    int depth = RegoJson.MAX_DEPTH;
    String deepest = "[".repeat(depth) + "]".repeat(depth);
    assertThat(RegoJson.parse(deepest)).isInstanceOf(RegoArray.class);
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> RegoJson.parse("[" + deepest + "]"));
  }

  @ParameterizedTest
  @CsvSource({
    "68c3a9f09f9880, hé😀",
    "'', ''",
    "61ff62, a\uDCFFb",
    "c3, \uDCC3",
    "eda080, \uDCED\uDCA0\uDC80",
    "c080, \uDCC0\uDC80"
  })
  void bytesThatAreNoTextSurviveInStrings(String hex, String text) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThat(RegoBytes.decode(bytes)).isEqualTo(text);
    assertThat(RegoBytes.encode(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "a\\"b\\n" | "a\\"b\\n"
          "\\u0007\\u0001\\u007f" | "\\a\\x01\\x7f"
          "\\u00a0\\u00e9" | "\\u00a0é"
          """)
  void stringsInRegoAreQuotedAsGoDoes(String json, String rego) throws ParseException {
    assertThat(RegoJson.parse(json)).hasToString(rego);
  }
}
