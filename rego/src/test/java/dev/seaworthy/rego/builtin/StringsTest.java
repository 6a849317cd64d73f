package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StringsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          concat | ["/", ["a", "b"]] | "a/b"
          concat | ["", {"#set": ["b", "a"]}] | "ab"
          concat | [",", [1]] | error: concat: operand 2 must be array of strings but got array containing number
          concat | [",", 1] | error: concat: operand 2 must be one of {set, array} but got number
          contains | ["abc", "bc"] | true
          startswith | ["abc", "bc"] | false
          endswith | ["abc", "bc"] | true
          strings.any_prefix_match | [["a/b"], {"#set": ["x", "a/"]}] | true
          strings.any_suffix_match | ["a/b", ["/a"]] | false
          strings.any_suffix_match | [[1], "a"] | error: strings.any_suffix_match: operand 1 must be array of strings but got array containing number
          strings.any_suffix_match | ["a", 1] | error: strings.any_suffix_match: operand 2 must be one of {string, set, array} but got number
          strings.count | ["cheese", "e"] | 3
          strings.count | ["\\u00e9\\u00e9", ""] | 3
          indexof | ["\\ud83c\\udf67\\ud83c\\udf68a", "a"] | 2
          indexof | ["a", "b"] | -1
          indexof | ["a", ""] | error: indexof: empty search character
          indexof_n | ["aaa", "aa"] | [0, 1]
          substring | ["\\u00e5\\u00e4\\u00f6", 1, 1] | "ä"
          substring | ["abc", 1, -1] | "bc"
          substring | ["abc", 9, 2] | ""
          substring | ["abc", -1, 2] | error: substring: negative offset
          split | ["a.b.", "."] | ["a", "b", ""]
          split | ["t\\u00e9", ""] | ["t", "é"]
          split | ["", ""] | []
          strings.split_n | ["a/b/c", "/", 2] | ["a", "b"]
          strings.split_n | ["a/b/c", "/", -1] | ["c"]
          format_int | [-255, 16] | "-ff"
          format_int | [15.9, 8] | "17"
          format_int | [1, 3] | error: format_int: operand 2 must be one of {2, 8, 10, 16}
          lower | ["\\u00c4SS"] | "äss"
          upper | ["stra\\u00dfe"] | "STRAßE"
          strings.reverse | ["1\\ud83d\\ude00a"] | "a😀1"
          replace | ["foo...bar", "..", ",,"] | "foo,,.bar"
          replace | ["ab", "", "-"] | "-a-b-"
          strings.replace_n | [{"a": "b", "b": "c"}, "ab"] | "bc"
          strings.replace_n | [{"": "-", "b": "1"}, "ab"] | "-a-1-"
          strings.replace_n | [{"a": 1}, "a"] | error: strings.replace_n: operand 1 non-string value found in pattern object
          trim | ["...foo.bar...", ".o"] | "foo.bar"
          trim_left | ["\\u00a1\\u00a1!a", "!\\u00a1"] | "a"
          trim_right | ["a!!", "!"] | "a"
          trim_prefix | ["aab", "a"] | "ab"
          trim_suffix | ["aab", "b"] | "aa"
          trim_space | ["\\u00a0\\t a\\n"] | "a"
          """)
  void handlesStringsByCodePoints(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
