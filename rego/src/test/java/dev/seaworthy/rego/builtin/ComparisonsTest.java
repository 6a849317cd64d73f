package dev.seaworthy.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          equal | [1, 1.0] | true
          equal | [{"a": {"#set": [1]}}, {"a": [1]}] | false
          neq | ["a", "b"] | true
          lt | [null, false] | true
          lt | ["b", "a"] | false
          lte | [[1], [1, 2]] | true
          gt | [{"#set": []}, {}] | true
          gte | [2, 10] | false
          internal.member_2 | [1, {"a": 1}] | true
          internal.member_2 | [1, "1"] | false
          internal.member_2 | [1, {"#set": [1, 2]}] | true
          internal.member_3 | ["a", 1, {"a": 1}] | true
          internal.member_3 | [1, "b", ["a", "b"]] | true
          internal.member_3 | [-1, "b", ["a", "b"]] | false
          internal.member_3 | [1, 1, {"#set": [1]}] | true
          """)
  void comparesValuesOfAllTypes(String name, String arguments, String result) {
    assertThat(BuiltinTable.call(name, arguments)).isEqualTo(result);
  }
}
