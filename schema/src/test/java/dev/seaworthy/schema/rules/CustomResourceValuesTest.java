package dev.seaworthy.schema.rules;

import static dev.seaworthy.schema.rules.Things.HEAD;
import static dev.seaworthy.schema.rules.Things.analyse;
import static dev.seaworthy.schema.rules.Things.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CustomResourceValuesTest {

  private static List<String> judge(String specFields, String spec) {
    return judge(specFields, "metadata: {name: x}", spec);
  }

  /** What is wrong with an object of a kind whose spec has some fields. */
  private static List<String> judge(String specFields, String metadata, String spec) {
    String schema =
        "        openAPIV3Schema:\n          type: object\n          properties:\n"
            + "            spec: {type: object, properties: {"
            + specFields
            + "}}\n";
    String object = "apiVersion: example.org/v1\nkind: Thing\n" + metadata + "\nspec: " + spec;
    return findings(HEAD + schema, object).stream()
        .map(finding -> finding.replaceFirst(":.*", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // defaults are filled in before anything is counted or required
        "f: {type: object, minProperties: 1, properties: {a: {type: string, default: x}}} | {f: {}} |",
        "f: {type: object, required: [a], properties: {a: {type: string, default: x}}} | {f: {a: ~}} |",
        "f: {type: object, oneOf: [{required: [a]}, {required: [b]}], properties: {a: {type: string, default: x}, b: {type: string}}} | {f: {b: z}} | schema-invalid-value spec.f",
        "f: {type: object, default: {}, required: [a], properties: {a: {type: object, default: {}, properties: {b: {type: integer, default: 1}}}}} | {} |",
        // null is dropped, kept or wrong
        "f: {type: object, maxProperties: 1, additionalProperties: {type: string}} | {f: {a: x, b: ~}} |",
        "f: {type: object, maxProperties: 1, additionalProperties: {type: string, nullable: true}} | {f: {a: x, b: ~}} | schema-invalid-value spec.f",
        "f: {type: object, properties: {a: {type: string, nullable: true}}, anyOf: [{required: [a]}]} | {f: {a: ~}} |",
        "f: {type: array, items: {type: string, nullable: true}} | {f: [~]} |",
        "f: {type: array, items: {type: string, default: x}} | {f: [~]} |",
        "f: {type: string, nullable: true, enum: [a, null]} | {f: ~} | schema-invalid-value spec.f",
        "f: {type: string, nullable: true, allOf: [{enum: [a, b]}]} | {f: ~} |",
        // what is open is open to scalars only, or to all
        "f: {type: object, additionalProperties: true} | {f: {a: 1, b: [2]}} |",
        "f: {type: object, additionalProperties: true} | {f: {a: {b: 1}}} | schema-unknown-field spec.f.a.b",
        "f: {type: array, x-kubernetes-preserve-unknown-fields: true, items: {type: object, properties: {a: {type: string}}}} | {f: [{b: 1}]} |",
        "f: {x-kubernetes-preserve-unknown-fields: true} | {f: {a: {b: [~]}}} |",
        // limits with a fraction say nothing of the fraction to whole numbers
        "f: {type: number, minimum: 0.5} | {f: 0} |",
        "f: {type: number, minimum: 0.5} | {f: 0.25} | schema-invalid-value spec.f",
        "f: {type: number, maximum: 1.5, exclusiveMaximum: true} | {f: 1} | schema-invalid-value spec.f",
        // a format is known for its type alone
        "f: {type: integer} | {f: 9223372036854775807} |",
        "f: {type: integer} | {f: 9223372036854775808} | schema-invalid-value spec.f",
        "f: {type: string, format: ip} | {f: x} |",
        "f: {type: string, format: hex-color} | {f: red} | schema-invalid-value spec.f",
        "f: {type: boolean, format: ipv4} | {f: true} |",
        "f: {type: string, format: byte} | {f: aGVsbG8=} |",
        "f: {type: string, format: byte} | {f: ''} | schema-invalid-value spec.f",
        "f: {x-kubernetes-int-or-string: true, anyOf: [{format: ipv4}, {maximum: 3}]} | {f: 4} | schema-invalid-value spec.f",
      })
  void valuesAreJudgedAsTheServerDoes(String fields, String spec, String expected) {
    assertThat(judge(fields, spec)).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiVersion: v1, kind: Pod, metadata: {name: A_, creationTimestamp: ~} |",
        "apiVersion: a/b/c, kind: Pod | schema-invalid-value spec.pod.apiVersion",
        "apiVersion: v1, kind: pod_ | schema-invalid-value spec.pod.kind",
        "apiVersion: v1, kind: Pod, metadata: {name: a/b} | schema-invalid-value spec.pod.metadata.name",
        "apiVersion: v1, kind: Pod, metadata: {labels: {a b: c}} | schema-invalid-value spec.pod.metadata.labels",
        "apiVersion: v1, kind: Pod, metadata: {labels: {a: 1}} | schema-wrong-type spec.pod.metadata.labels.a",
        "apiVersion: v1, kind: Pod, metadata: {nam: x} | schema-unknown-field spec.pod.metadata.nam",
      })
  void anEmbeddedObjectHasWhatEveryObjectHas(String pod, String expected) {
    String fields =
        "pod: {type: object, x-kubernetes-embedded-resource: true,"
            + " x-kubernetes-preserve-unknown-fields: true}";
    assertThat(judge(fields, "{pod: {" + pod + "}}"))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: x, creationTimestamp: ~, labels: ~, ownerReferences: [{apiVersion: v1, kind: A, name: b, uid: c}] |",
        "name: x, annotations: {A/b: c} |",
        "name: x, annotations: {a b: c} | schema-invalid-value metadata.annotations",
        "name: x, generation: 1.5 | schema-wrong-type metadata.generation",
        "name: x, creationTimestamp: yesterday | schema-invalid-value metadata.creationTimestamp",
        "generateName: x- |",
        "generateName: x. | schema-invalid-value metadata.generateName",
        "name: x, finalizers: [a b] | schema-invalid-value metadata.finalizers[0]",
        "name: x, ownerReferences: [{apiVersion: v1, kind: A, name: b}] | schema-missing-field metadata.ownerReferences[0].uid",
      })
  void metadataIsJudged(String metadata, String expected) {
    assertThat(judge("", "metadata: {" + metadata + "}", "{}"))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void theSchemaOfMetadataIsAboutTheNameAlone() {
    String schema =
        "        openAPIV3Schema: {type: object, properties: {metadata: {type: object, properties:"
            + " {name: {type: string, maxLength: 3}}}}}\n";
    String thing =
        "apiVersion: example.org/v1\nkind: Thing\nmetadata: {labels: {a: b}, name: xxx}\n";

    assertThat(findings(HEAD + schema, thing)).isEmpty();
    assertThat(findings(HEAD + schema, thing.replace("xxx", "xxxx")))
        .containsExactly(
            "schema-invalid-value metadata.name: 'name' must have at most 3 characters");
  }

  @Test
  void aStatusThatIsASubresourceHasFieldsAndNoValues() {
    String schema =
        "        openAPIV3Schema: {type: object, required: [status], properties: {status: {type:"
            + " object, required: [b], properties: {a: {type: string}}}}}\n";
    String head = "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: x}\nstatus: ";
    String withStatus = HEAD + schema + "      subresources: {status: {}}\n";

    assertThat(findings(withStatus, head + "{a: 1}")).isEmpty();
    assertThat(findings(withStatus, head + "{c: 1}"))
        .containsExactly(
            "schema-unknown-field status.c: unknown field 'c' in 'status'; did you mean 'a'?");
    assertThat(findings(HEAD + schema, head + "{a: 1}")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | it has no 'type'",
        "{type: text} | its 'type' is 'text'",
        "{type: array} | a list needs one schema in 'items'",
        "{type: array, items: [{type: string}]} | a list needs one schema in 'items'",
        "{type: array, items: {type: string}, uniqueItems: true} | 'uniqueItems' must not be true",
        "{type: object, properties: {a: {type: string}}, additionalProperties: true} | it has both 'properties' and 'additionalProperties'",
        "{type: object, patternProperties: {a: {type: string}}} | 'patternProperties' is not allowed",
        "{type: string, pattern: '(?=a)'} | its 'pattern' is no regular expression of RE2: invalid or unsupported Perl syntax",
        "{type: string, pattern: '((a{100}){100}){100}'} | its 'pattern' repeats too often",
        "{type: string, anyOf: [7]} | it is no mapping",
        "{type: string, not: {type: string}} | 'type' is not allowed there",
        "{type: object, allOf: [{properties: {a: {default: x}}}]} | 'default' is not allowed there",
        "{x-kubernetes-int-or-string: true, oneOf: [{type: integer}, {type: string}]} | 'type' is not allowed there",
      })
  void aSchemaThatTheServerRefusesJudgesNothing(String field, String reason) {
    String schema =
        "        openAPIV3Schema: {type: object, properties: {f: "
            + field
            + ", g: {type: string}}}\n";
    AnalysisResult result =
        analyse(HEAD + schema, "apiVersion: example.org/v1\nkind: Thing\ng: 1\n");

    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind().id()).isEqualTo("schema-error");
              assertThat(problem.message())
                  .startsWith("the API server refuses the schema at 'properties.f")
                  .endsWith(": " + reason);
            });
    assertThat(result.findings()).noneMatch(finding -> finding.path().toString().equals("g"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: object, additionalProperties: false}",
        "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}",
        "{x-kubernetes-int-or-string: true, allOf: [{anyOf: [{type: integer}, {type: string}]}, {minLength: 1}]}",
        "{type: string, enum: []}",
        "{type: string, anyOf: [{nullable: false}]}",
        "{x-kubernetes-preserve-unknown-fields: true}",
      })
  void aSchemaThatTheServerTakesIsUsed(String field) {
    assertThat(judge("f: " + field + ", g: {type: string}", "{g: 1}"))
        .containsExactly("schema-wrong-type spec.g");
  }

  @Test
  void theSchemasOfTheFirstDefinitionsNeedNotBeStructural() {
    String beta =
        (HEAD + "        openAPIV3Schema: {properties: {f: {maximum: 3}}}\n")
            .replace("apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1");
    String thing = "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: x}\n";

    assertThat(analyse(beta, thing + "any: 1\n").problems()).isEmpty();
    assertThat(findings(beta, thing + "f: 4\n"))
        .anyMatch(finding -> finding.startsWith("schema-invalid-value f:"));
  }
}
