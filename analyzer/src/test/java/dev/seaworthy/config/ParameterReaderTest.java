package dev.seaworthy.config;

import static dev.seaworthy.config.ConfigurationFixture.FILE;
import static dev.seaworthy.config.ConfigurationFixture.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.Range;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterReaderTest {

  private static final RuleMetadata RULE =
      RuleMetadata.builder("tuned", "something is wrong")
          .category("test")
          .remediation("Mend it.")
          .aliases("OTHER-1")
          .parameters(
              new RuleParameter("names", "names", new ParameterValue.Texts(List.of())),
              new RuleParameter("ids", "numbers", new ParameterValue.Ranges(List.of())),
              new RuleParameter("most", "a number", new ParameterValue.Whole(3)),
              new RuleParameter("loud", "a flag", new ParameterValue.Flag(false)),
              new RuleParameter("word", "a word", new ParameterValue.Text("a")))
          .build();

  private final ConfigurationReader reader =
      new ConfigurationReader(new RuleCatalog(List.of(RULE)), REPOSITORY, List.of());

  @Test
  void readsEveryType() throws ConfigurationException {
    Configuration configuration =
        reader.read(
            FILE,
            "rules: {tuned: {params: {names: [a, b], ids: [7, 10-20], most: 7, loud: yes, word: hello}}}");

    assertThat(configuration.parameters())
        .isEqualTo(
            Map.of(
                "tuned",
                Map.of(
                    "names", new ParameterValue.Texts(List.of("a", "b")),
                    "ids", new ParameterValue.Ranges(List.of(new Range(7, 7), new Range(10, 20))),
                    "most", new ParameterValue.Whole(7),
                    "loud", new ParameterValue.Flag(true),
                    "word", new ParameterValue.Text("hello"))));
  }

  @Test
  void knowsTheRuleByAnotherName() throws ConfigurationException {
    assertThat(reader.read(FILE, "rules: {OTHER-1: {params: {most: 1}}}").parameters())
        .containsOnlyKeys("tuned");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {mots: 1}      | 1:26: unknown key 'mots'. Did you mean 'most'? Known here are
          {most: many}   | 1:32: 'most' must be a whole number, not the text 'many'.
          {loud: 1}      | 1:32: 'loud' must be true or false, not the number 1.
          {names: a}     | 1:33: 'names' must be a list, not the text 'a'.
          {names: [1]}   | 1:34: an item of 'names' must be text, not the number 1.
          {ids: 7}       | 1:31: 'ids' must be a list, not the number 7.
          {ids: [20-10]} | 1:32: an item of 'ids' must be a range of whole numbers, not the text '20-10'.
          {ids: [[1]]}   | 1:32: an item of 'ids' must be a range of whole numbers, not a list.
          []             | 1:25: 'params' must be a mapping of keys to values, not a list.
          """)
  void refusesWhatIsNoValue(String params, String error) {
    assertThatThrownBy(() -> reader.read(FILE, "rules: {tuned: {params: " + params + "}}"))
        .hasMessageContaining(error);
  }
}
