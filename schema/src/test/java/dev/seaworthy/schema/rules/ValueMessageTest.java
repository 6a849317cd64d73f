package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message shows a value as it was written, unless it is secret. */
class ValueMessageTest {

  private static List<String> messages(String yaml) {
    AnalysisResult result =
        Analyzer.builder()
            .rules(SchemaRules.of(Schemas.bundled()))
            .build()
            .analyze(Source.of("x.yaml", yaml));
    assertThat(result.problems()).isEmpty();
    return result.findings().stream().map(Finding::message).toList();
  }

  private static String map(String kind, String fields) {
    return "apiVersion: v1\nkind: %s\nmetadata: {name: x}\n%s\n".formatted(kind, fields);
  }

  @ParameterizedTest
  @CsvSource({
    "y, boolean y", "yes, boolean yes", "On, boolean On", "true, boolean true",
    "1e3, number 1e3", "0o7, number 0o7", "0644, number 0644", "1_000, number 1_000",
    "1.20, number 1.20", "0x1F, number 0x1F", "+1, number +1", "8080, number 8080",
  })
  void whatYamlTakesForSomethingElseIsShownAsWritten(String value, String shown) {
    assertThat(messages(map("ConfigMap", "data: {a: " + value + "}")))
        .containsExactly("'a' must be a string, and is the " + shown + "; put it in quotes");
    assertThat(messages(map("ConfigMap", "data: {a: '" + value + "'}"))).isEmpty();
  }

  @Test
  void anAliasIsShownAsWhatItStandsFor() {
    String metadata = "metadata: {name: x, generation: &n 0o7}";
    String text = map("ConfigMap", "data: {a: *n}").replace("metadata: {name: x}", metadata);
    assertThat(messages(text))
        .containsExactly("'a' must be a string, and is the number 0o7; put it in quotes");
  }

  @ParameterizedTest
  @CsvSource({
    "1gb, 1G",
    "1GiB, 1Gi",
    "1 Gi, 1Gi",
    "1K, 1k",
    "1KB, 1k",
    "1kib, 1Ki",
    "512mb, 512M",
    "0.5ti, 0.5Ti",
    "10b, 10",
    "1.5.5, ",
    "two, ",
    "1Bytes, ",
    "' ', ",
    "1e, ",
    "'1,5', ",
  })
  void aQuantityThatIsNoneIsToldInWords(String value, String meant) {
    String hint = meant == null ? "" : "; did you mean '" + meant + "'?";
    assertThat(
            messages(
                """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: x}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: "%s"}}
                """
                    .formatted(value)))
        .containsExactly(
            "'storage' must be a quantity, such as 500m or 1Gi, and is '" + value + "'" + hint);
  }

  @Test
  void aQuantityOfACustomResourceIsToldInWords() {
    String pattern =
        "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]"
            + "|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";
    assertThat(
            messages(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.example.org}
                spec:
                  group: example.org
                  scope: Namespaced
                  names: {plural: things, kind: Thing}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            size:
                              anyOf: [{type: integer}, {type: string}]
                              pattern: %s
                              x-kubernetes-int-or-string: true
                            own: {type: string, pattern: '^[a-z]+$'}
                ---
                apiVersion: example.org/v1
                kind: Thing
                metadata: {name: x}
                size: 1gib
                own: A
                """
                    .formatted(pattern)))
        .containsExactlyInAnyOrder(
            "'size' must be a quantity, such as 500m or 1Gi, and is '1gib'; did you mean '1Gi'?",
            "'own' must match '^[a-z]+$', and is 'A'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello!", "YQ", "YQ=", "YQ==YQ=="})
  void base64ThatIsNoneIsToldOnce(String value) {
    assertThat(messages(map("ConfigMap", "binaryData: {a: " + value + "}")))
        .containsExactly("'a' must be base64, and is '" + value + "'");
    assertThat(messages(map("Secret", "data: {a: " + value + "}")))
        .containsExactly("'a' must be base64; plain text belongs in 'stringData'");
  }

  @Test
  void base64MayHaveLineEnds() {
    assertThat(messages(map("Secret", "data:\n  a: |\n    YWJj\n    YQ==\n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "data: {a: 7193} | 'a' must be a string, and is a number; put it in quotes",
        "stringData: {a: 7193} | 'a' must be a string, and is a number; put it in quotes",
        "stringData: {a: 7193e1} | 'a' must be a string, and is a number; put it in quotes",
        "stringData: {a: [7193]} | 'a' must be a string, and is a list",
        "data: 'hunter7193' | 'data' must be a mapping, and is a string",
        "stringData: hunter7193 | 'stringData' must be a mapping, and is a string",
        "data: {a: hunter7193} | 'a' must be base64; plain text belongs in 'stringData'",
        "stringdata: {a: 7193} | unknown field 'stringdata'; did you mean 'stringData'?",
        "immutable: never | 'immutable' must be true or false, and is the string 'never'",
      })
  void noMessageShowsASecret(String field, String message) {
    assertThat(messages(map("Secret", field)))
        .containsExactly(message)
        .allSatisfy(text -> assertThat(text).doesNotContain("7193"));
  }
}
