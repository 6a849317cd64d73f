package dev.seaworthy.rego.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.ParseException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          | EOF
          { | unexpected EOF
          [1, | unexpected EOF
          tru | unexpected EOF
          "\\u12 | unexpected EOF
          1. | unexpected EOF
          [1,] | invalid character ']' looking for beginning of value
          é | invalid character 'Ã' looking for beginning of value
          ' | invalid character '\\'' looking for beginning of value
          {a: 1} | invalid character 'a' looking for beginning of object key string
          {"a" 1} | invalid character '1' after object key
          {"a":1 "b"} | invalid character '"' after object key:value pair
          [1 2] | invalid character '2' after array element
          fals3 | invalid character '3' in literal false (expecting 'e')
          -a | invalid character 'a' in numeric literal
          1.a | invalid character 'a' after decimal point in numeric literal
          1e+x | invalid character 'x' in exponent of numeric literal
          "\\x" | invalid character 'x' in string escape code
          "\\u12g4" | invalid character 'g' in \\u hexadecimal character escape
          "	" | invalid character '\\t' in string literal
          01 | error: invalid character '1' after top-level value
          [1] [2] | error: invalid character '[' after top-level value
          "a" "b" | error: invalid character 'b' after top-level value
          {} x | invalid character 'x' looking for beginning of value
          1e99999 | invalid number: number too big
          1e-9999999999 | invalid number: number too big
          """)
  void whatIsNotOneValueIsRefusedInTheWordsOfGo(@Nullable String text, String message) {
    assertThatExceptionOfType(ParseException.class)
        .isThrownBy(() -> RegoJson.parse(text == null ? "" : text))
        .withMessage(message);
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
