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
class CustomResourceTest {

  private static final String SPEC =
      """
                openAPIV3Schema:
                  type: object
                  required: [spec]
                  properties:
                    spec:
                      type: object
                      required: [optional, color]
                      properties:
                        size: {type: integer, minimum: 1, exclusiveMinimum: true}
                        optional: {type: string, nullable: true}
                        port: {x-kubernetes-int-or-string: true}
                        ports: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true}
                        free: {type: object, x-kubernetes-preserve-unknown-fields: true,
                               properties: {known: {type: object, properties: {a: {type: string}}}}}
                        map: {type: object, additionalProperties: {type: string}}
                        pod: {type: object, x-kubernetes-embedded-resource: true,
                              properties: {spec: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
                        set: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                        items: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name],
                                items: {type: object, properties: {name: {type: string}}}}
                        color: {type: string, enum: [Red, Green], default: Red}
                        either: {type: object, oneOf: [{required: [a]}, {required: [b]}],
                                 properties: {a: {type: string}, b: {type: string}}}
      """;

  private static String thing(String version, String field) {
    return """
        apiVersion: example.org/%s
        kind: Thing
        metadata: {name: x, labels: {a: b}}
        spec:
          optional: ~
          %s
        """
        .formatted(version, field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size: 2 |",
        "size: 1 | schema-invalid-value spec.size: 'size' must be more than 1, and is 1",
        "sise: 2 | schema-unknown-field spec.sise: unknown field 'sise' in 'spec'; did you mean 'size'?",
        "port: 8080 |",
        "port: http |",
        "port: true | schema-wrong-type spec.port: 'port' must be a whole number or a string, and is the boolean true",
        "ports: 1.5 | schema-wrong-type spec.ports: 'ports' must be a whole number or a string, and is the number 1.5",
        "free: {any: 1, known: {a: x}} |",
        "free: {known: {b: x}} | schema-unknown-field spec.free.known.b: unknown field 'b' in 'spec.free.known'; did you mean 'a'?",
        "map: {any: x} |",
        "pod: {apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {any: 1}} |",
        "pod: {kind: Pod} | schema-missing-field spec.pod.apiVersion: 'apiVersion' is missing in 'spec.pod'",
        "pod: {apiVersion: v1, kind: Pod, status: {}} | schema-unknown-field spec.pod.status: unknown field 'status' in 'spec.pod'",
        "set: [a, b] |",
        "set: [a, b, a] | schema-invalid-value spec.set[2]: 'set[2]' is in the list already",
        "items: [{name: a}, {name: a}] | schema-invalid-value spec.items[1]: 'items[1]' has the same 'name' as an item before it",
        "set: [a, ~] | schema-wrong-type spec.set[1]: 'set[1]' must be a string, and is null",
        "color: ~ |",
        "color: red | schema-invalid-value spec.color: 'color' must be 'Red' or 'Green', and is 'red'; did you mean 'Red'?",
        "either: {a: x} |",
        "either: {a: x, b: z} | schema-invalid-value spec.either: 'either' fits several of the forms of which it must have one",
        "either: {} | schema-missing-field spec.either.a: 'a' or 'b' is missing in 'spec.either'",
      })
  void definitionsJudgeTheObjectsOfTheirKind(String field, String expected) {
    assertThat(findings(HEAD + SPEC, thing("v1", field)))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void aKeyOfAListHasItsDefault() {
    String ports =
        SPEC.replace(
                "properties: {name: {type: string}}",
                "properties: {name: {type: string}, protocol: {type: string, default: TCP}}")
            .replace("map-keys: [name]", "map-keys: [name, protocol]");

    assertThat(findings(HEAD + ports, thing("v1", "items: [{name: a}, {name: a, protocol: UDP}]")))
        .isEmpty();
    assertThat(findings(HEAD + ports, thing("v1", "items: [{name: a}, {name: a, protocol: TCP}]")))
        .containsExactly(
            "schema-invalid-value spec.items[1]: 'items[1]' has the same 'name' and 'protocol' as"
                + " an item before it");
  }

  @Test
  void nullIsNoneOfTheValuesOfAFieldThatMayBeNull() {
    String nullable =
        SPEC.replace("enum: [Red, Green], default: Red", "nullable: true, enum: [Red]");

    assertThat(findings(HEAD + nullable, thing("v1", "color: ~")))
        .containsExactly("schema-invalid-value spec.color: 'color' must be 'Red', and is ~");
  }

  @Test
  void anObjectHasANameOrGetsOne() {
    String thing = "apiVersion: example.org/v1\nkind: Thing\nspec: {optional: ~}\n";

    assertThat(findings(HEAD + SPEC, thing + "metadata: {generateName: x-}\n")).isEmpty();
    assertThat(findings(HEAD + SPEC, thing))
        .containsExactly("schema-missing-field metadata: 'metadata' is missing");
    assertThat(findings(HEAD + SPEC, thing + "metadata: {labels: {a: b}}\n"))
        .containsExactly(
            "schema-missing-field metadata.name: 'name' or 'generateName' is missing in"
                + " 'metadata'");
    assertThat(findings(HEAD + SPEC, thing + "metadata: {name: A_}\n"))
        .singleElement()
        .asString()
        .startsWith("schema-invalid-value metadata.name: 'name' is no DNS subdomain");
  }

  @Test
  void versionsThatAreNotServedAreRefused() {
    String served = " of 'Thing' is not served: its definition has 'example.org/v1'";
    assertThat(findings(HEAD + SPEC, thing("v1alpha1", ""), thing("v2", "")))
        .containsExactly(
            "api-version-removed apiVersion: 'example.org/v1alpha1'" + served,
            "api-version-removed apiVersion: 'example.org/v2'" + served);
  }

  @Test
  void anUnknownKindIsToldOnce() {
    assertThat(findings(thing("v1", ""), thing("v1", "")))
        .containsExactly(
            "schema-unknown-kind kind: no schema is known for 'Thing' of 'example.org/v1'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openAPIV3Schema: 7",
        "openAPIV3Schema: []",
        "openAPIV3Schema: {$ref: 'https://example.com/x.json'}",
        "openAPIV3Schema: {properties: {spec: {$ref: '../../x.json'}}}",
      })
  void aSchemaThatIsNoneIsAProblemAtTheDefinition(String schema) {
    AnalysisResult result = analyse(HEAD + "        " + schema, thing("v1", "any: 1"));
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind().id()).isEqualTo("schema-error");
              assertThat(problem.file()).contains("f0.yaml");
              assertThat(problem.span().orElseThrow().start().line()).isEqualTo(17);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openAPIV3Schema: {type: {}, properties: 7, items: [x], required: {}, enum: 3}",
        "openAPIV3Schema: {properties: {spec: {$ref: '#/properties/spec'}}}",
        "openAPIV3Schema: {allOf: [{$ref: '#'}], properties: {spec: {pattern: '('}}}",
      })
  void garbageDoesNoHarm(String schema) {
    AnalysisResult result = analyse(HEAD + "        " + schema, thing("v1", "any: 1"));
    assertThat(result.problems())
        .allSatisfy(problem -> assertThat(problem.kind().id()).isEqualTo("schema-error"));
  }

  @Test
  void aHugeSchemaIsRead() {
    StringBuilder fields = new StringBuilder(HEAD + SPEC.stripTrailing() + "\n");
    for (int i = 0; i < 60_000; i++) {
      fields
          .append(" ".repeat(18))
          .append("f" + i + ": {type: string, description: field of a wide schema}\n");
    }
    String things = thing("v1", "f1: 7");
    assertThat(findings(fields.toString(), things)).hasSize(1);
  }

  @Test
  @Timeout(20)
  void thousandsOfUnknownFieldsAreTooMany() {
    StringBuilder definition = new StringBuilder(HEAD + SPEC.stripTrailing() + "\n");
    StringBuilder thing = new StringBuilder(thing("v1", "size: 2").stripTrailing() + "\n");
    for (int i = 0; i < 5_000; i++) {
      String name = "field" + "x".repeat(40) + (char) ('a' + i % 26) + i;
      definition.append(" ".repeat(18)).append(name).append(": {type: string}\n");
      thing.append("  y").append(name).append(": a\n");
    }
    AnalysisResult result = analyse(definition.toString(), thing.toString());
    assertThat(result.findings()).hasSize(100);
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind().id()).isEqualTo("too-many-findings");
              assertThat(problem.file()).contains("f1.yaml");
              assertThat(problem.message())
                  .isEqualTo("more than 100 things are wrong with 'Thing x': the rest is left out");
            });
  }

  @Test
  void aFieldOfTheMetadataIsKnownToTheServer() {
    assertThat(findings(HEAD + SPEC, thing("v1", "").replace("labels:", "lables:")))
        .containsExactly(
            "schema-unknown-field metadata.lables: unknown field 'lables' in 'metadata'; did you"
                + " mean 'labels'?");
  }
}
