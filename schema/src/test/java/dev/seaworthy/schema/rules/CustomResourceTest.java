package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CustomResourceTest {

  private static final String HEAD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: things.example.org}
      spec:
        group: example.org
        scope: Namespaced
        names: {plural: things, kind: Thing}
        versions:
          - name: v1alpha1
            served: false
            storage: false
            schema: {openAPIV3Schema: {type: object}}
          - name: v1
            served: true
            storage: true
            schema:
      """;

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

  private static AnalysisResult analyse(String... files) {
    Analyzer analyzer =
        Analyzer.builder()
            .rules(SchemaRules.of(Schemas.bundled()))
            .selection(RuleSelection.of(Profile.ALL))
            .build();
    Source[] sources = new Source[files.length];
    for (int i = 0; i < files.length; i++) {
      sources[i] = Source.of("f" + i + ".yaml", files[i]);
    }
    return analyzer.analyze(sources);
  }

  private static List<String> findings(String... files) {
    AnalysisResult result = analyse(files);
    assertThat(result.problems()).isEmpty();
    return result.findings().stream()
        .map(finding -> finding.ruleId() + " " + finding.path() + ": " + finding.message())
        .toList();
  }

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
