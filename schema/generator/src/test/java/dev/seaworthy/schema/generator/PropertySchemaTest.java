package dev.seaworthy.schema.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    assertThat(PropertySchema.of(type, true, List.of())).isEqualTo(schema);
  }

  @Test
  void aRequiredFieldIsNotNull() {
    assertThat(PropertySchema.of(MODEL, false, List.of()))
        .isEqualTo("{\"type\":\"object\",\"$ref\":\"#/$defs/V1Pod\"}");
  }

  @Test
  void aTextOrAListOfTextsMayTakeAFewValuesOnly() {
    List<String> values = List.of("TCP", "UDP");

    assertThat(PropertySchema.of("Ljava/lang/String;", true, values))
        .isEqualTo("{\"type\":[\"string\",\"null\"],\"enum\":[\"TCP\",\"UDP\",\"\"]}");
    assertThat(PropertySchema.of("Ljava/util/List<Ljava/lang/String;>;", true, values))
        .endsWith("\"items\":{\"type\":[\"string\",\"null\"],\"enum\":[\"TCP\",\"UDP\",\"\"]}}");
  }

  @Test
  void findsTheModelInCollections() {
    assertThat(PropertySchema.models("Ljava/util/List<" + MODEL + ">;")).containsExactly("V1Pod");
  }

  @Test
  void anUnknownTypeStopsTheBuild() {
    assertThatThrownBy(() -> PropertySchema.of("Ljava/net/URI;", true, List.of()))
        .hasMessage("no schema is known for the Java type Ljava/net/URI;");
  }
}
