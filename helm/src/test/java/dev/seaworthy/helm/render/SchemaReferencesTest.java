package dev.seaworthy.helm.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReferencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"$ref\": \"#/definitions/a\"}",
        "{\"$ref\": \"#\"}",
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\"}",
        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}",
        "{\"$id\": \"https://example.com/schema\", \"$ref\": \"#/x\"}",
        "{\"description\": \"see https://example.com\"}"
      })
  void staysWithinTheSchema(String schema) {
    assertThat(SchemaReferences.leadingOut(schema)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"$ref\": \"https://example.com/a.json\"}|https://example.com/a.json",
        "{\"$ref\":\"file:///etc/passwd\"}|file:///etc/passwd",
        "{\"$ref\"\t:\t\"other.json#/a\"}|other.json#/a",
        "{\"$dynamicRef\": \"http://localhost/a\"}|http://localhost/a",
        "{\"$schema\": \"http://example.com/meta\"}|http://example.com/meta",
        "{\"\\u0024ref\": \"http://example.com\"}|http://example.com",
        "{\"$\\u0072ef\": \"http\\u003a//example.com\"}|http://example.com",
        "{\"$ref\": \"http:\\/\\/example.com\"}|http://example.com",
        "{\"$ref\": \"http://json-schema.org.example.com/draft-07/\"}"
            + "|http://json-schema.org.example.com/draft-07/"
      })
  void findsWhatLeadsOut(String schema, String target) {
    assertThat(SchemaReferences.leadingOut(schema)).contains(target);
  }
}
