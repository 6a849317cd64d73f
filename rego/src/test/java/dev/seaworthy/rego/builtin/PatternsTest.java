package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          regex.match | ["^a+$", "aaa"] | true
          regex.match | ["[", ""] | error: regex.match: error parsing regexp: missing closing ]: `[`
          regex.is_valid | ["++"] | false
          regex.is_valid | [1] | false
          regex.split | ["^[a-z]+", "foobar baz"] | ["", " baz"]
          regex.split | ["x", ""] | [""]
          regex.find_n | ["a.", "paranormal", 2] | ["ar", "an"]
          regex.find_n | ["a*", "baac", -1] | ["", "aa", ""]
          regex.find_all_string_submatch_n | ["a(x*)b", "-axxb-ab-", -1] | [["axxb", "xx"], ["ab", ""]]
          regex.replace | ["foo", "(foo)", "$1$1"] | "foofoo"
          regex.replace | ["fo", "(?P<x>o)", "${x}_$xy$$"] | "fo_$"
          regex.template_match | ["urn:foo:{.*}", "urn:foo:bar:baz", "{", "}"] | true
          regex.template_match | ["urn:{", "", "{", "}"] | error: regex.template_match: unbalanced braces in "urn:{"
          regex.globs_match | ["a.*b", "[x-z]+b"] | false
          regex.globs_match | ["a.*b", "ac+b"] | true
          regex.globs_match | ["pqrs]", "a"] | error: regex.globs_match: input:pqrs], pos:5, set-close ']' with no preceding '[': the input provided is invalid
          glob.match | ["*.github.com", ["."], "api.github.com"] | true
          glob.match | ["*.github.com", [], "api.cdn.github.com"] | false
          glob.match | ["**.github.com", [], "api.cdn.github.com"] | true
          glob.match | ["foo*", null, "foo.bar"] | true
          glob.match | ["[!a-c]at", [], "fat"] | true
          glob.match | ["[abc]at", [], "fat"] | false
          glob.match | ["{cat,[fr]at}", [], "rat"] | true
          glob.match | ["a\\\\*", [], "a*"] | true
          glob.match | ["?at", ["f"], "fat"] | false
          regex.match | ["^[a-z]{1,63}:[a-z]{1,63}:[0-9]{12}:[a-z]{1,64}(a{10}){5}$", "a"] | false
          regex.match | ["\\\\Qa{1000}{1000}\\\\E[{]{2}", "a{1000}{1000}{{"] | true
          regex.match | ["(a{100}){11}", "a"] | error: regex.match: error parsing regexp: invalid repeat count: `{11}`
          regex.match | ["a\\\\", "a"] | error: regex.match: error parsing regexp: trailing backslash at end of expression: ``
          glob.match | ["[]", [], ""] | error: glob.match: glob: syntax error at 2: could not parse range
          glob.match | ["[z-a]", [], ""] | error: glob.match: glob: syntax error at 5: range hi character is less than lo
          glob.match | ["[a-cx]", [], ""] | error: glob.match: glob: syntax error at 5: expected close range character
          glob.match | ["[a-", [], ""] | error: glob.match: glob: syntax error at 3: unexpected end of input
          glob.match | ["{a,{b,c}", [], "b"] | error: glob.match: glob: syntax error at 8: unclosed `{`
          glob.match | ["a\\\\", [], "a"] | error: glob.match: glob: syntax error at 2: trailing backslash
          glob.match | ["*", ["ab"], ""] | error: glob.match: operand 2 must be array of runes but got array containing string
          glob.quote_meta | ["*.a{b}"] | "\\\\*.a\\\\{b\\\\}"
          """)
  void matchesTextWithPatterns(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
