package dev.seaworthy.schema.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertySchemaTest {

  private static final String MODEL = "Lio/kubernetes/client/openapi/models/V1Pod;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ljava/lang/String;  | {"type":["string","null"]}
          Ljava/lang/Boolean; | {"type":["boolean","null"]}
          Ljava/lang/Object;  | {}
          Ljava/util/List<Ljava/lang/String;>; | {"type":["array","null"],"items":{"type":["string","null"]}}
          Ljava/util/Map<Ljava/lang/String;Ljava/util/List<Ljava/lang/String;>;>; | {"type":["object","null"],"additionalProperties":{"type":["array","null"],"items":{"type":["string","null"]}}}
          Lio/kubernetes/client/openapi/models/V1Pod; | {"type":["object","null"],"$ref":"#/$defs/V1Pod"}
          Lio/kubernetes/client/custom/Quantity; | {"type":["string","number","null"],"$ref":"#/$defs/Quantity"}
          """)
  void aTypeHasASchema(String type, String schema) {
    assertThat(PropertySchema.of(type, true, Constraint.NONE)).isEqualTo(schema);
  }

  @Test
  void aRequiredFieldIsNotNull() {
    assertThat(PropertySchema.of(MODEL, false, Constraint.NONE))
        .isEqualTo("{\"type\":\"object\",\"$ref\":\"#/$defs/V1Pod\"}");
  }

  @Test
  void aTextOrAListOfTextsMayTakeAFewValuesOnly() {
    Constraint values = new Constraint(List.of("TCP", "UDP"), Set.of());

    assertThat(PropertySchema.of("Ljava/lang/String;", true, values))
        .isEqualTo("{\"type\":[\"string\",\"null\"],\"enum\":[\"TCP\",\"UDP\",\"\"]}");
    assertThat(PropertySchema.of("Ljava/util/List<Ljava/lang/String;>;", true, values))
        .endsWith("\"items\":{\"type\":[\"string\",\"null\"],\"enum\":[\"TCP\",\"UDP\",\"\"]}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ljava/lang/String;  | some k8s-long-name | {"type":"string","format":"k8s-long-name","minLength":1}
          Ljava/lang/Integer; | 1..100 | {"type":"integer","format":"int32","minimum":1,"maximum":100}
          Ljava/lang/Integer; | 0..    | {"type":"integer","format":"int32","minimum":0,"maximum":2147483647}
          Ljava/util/List<Ljava/lang/String;>; | some ip | {"type":"array","items":{"type":["string","null"],"format":"ip"},"minItems":1}
          Ljava/util/Map<Ljava/lang/String;Ljava/lang/String;>; | some | {"type":"object","additionalProperties":{"type":["string","null"]},"minProperties":1}
          Ljava/lang/Object;  | no-fields | {"type":"object","additionalProperties":false}
          """)
  void aLimitIsAKeyword(String type, String words, String schema) {
    Constraint constraint = new Constraint(List.of(), Set.of(words.split(" ")));

    assertThat(PropertySchema.of(type, false, constraint)).isEqualTo(schema);
  }

  @Test
  void anUnknownWordStopsTheBuild() {
    assertThatThrownBy(() -> new Constraint(List.of(), Set.of("sme")))
        .hasMessage("limits.txt has the unknown word 'sme'");
  }

  @Test
  void findsTheModelInCollections() {
    assertThat(PropertySchema.models("Ljava/util/List<" + MODEL + ">;")).containsExactly("V1Pod");
  }

  @Test
  void anUnknownTypeStopsTheBuild() {
    assertThatThrownBy(() -> PropertySchema.of("Ljava/net/URI;", true, Constraint.NONE))
        .hasMessage("no schema is known for the Java type Ljava/net/URI;");
  }
}
