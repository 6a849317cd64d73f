package dev.seaworthy.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlLimits;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompiledSchemaTest {

  private static final String SCHEMA =
      """
      {"$schema": "https://json-schema.org/draft/2020-12/schema",
       "type": "object", "additionalProperties": false, "required": ["name"],
       "properties": {
         "name": {"type": "string", "pattern": "^[a-z]+$"},
         "count": {"type": "integer", "format": "int32", "minimum": 0},
         "port": {"anyOf": [{"type": "integer", "maximum": 9}, {"type": "string"}]},
         "union": {"type": ["integer", "string"]},
         "protocol": {"enum": ["TCP", "UDP"]},
         "inner": {"$ref": "#/$defs/inner"},
         "labels": {"type": "object", "additionalProperties": {"type": "string"}},
         "either": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
         "anyOf": {"type": "boolean"},
         "list": {"type": "array", "items": {"$ref": "#/$defs/inner"}}},
       "$defs": {"inner": {"type": "object", "additionalProperties": false,
                           "properties": {"size": {"type": "integer"}, "next": {"$ref": "#/$defs/inner"}}}}}
      """;

  private static List<String> violations(String schema, String yaml) throws SchemaProblem {
    return CompiledSchema.of(schema)
        .validate(
            YamlReader.read(new SourceText("x.yaml", yaml), YamlLimits.DEFAULT)
                .documents()
                .get(0)
                .root())
        .stream()
        .map(CompiledSchemaTest::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count: 3 |",
        "count: 1e3 |",
        "count: 0x10 |",
        "count: ~ |",
        "anyOf: true |",
        "anyOf: 1 | WRONG_TYPE anyOf: 'anyOf' must be true or false, and is the number 1",
        "count: '3' | WRONG_TYPE count: 'count' must be a whole number, and is the string '3'",
        "count: -1 | INVALID_VALUE count: 'count' must be at least 0, and is -1",
        "count: 5000000000 | INVALID_VALUE count: 'count' is no whole number of 32 bits: 5000000000",
        "port: 8 |",
        "port: http |",
        "port: 10 | INVALID_VALUE port: 'port' must be at most 9, and is 10",
        "port: yes | WRONG_TYPE port: 'port' must be a whole number or a string, and is the boolean yes",
        "union: [] | WRONG_TYPE union: 'union' must be a whole number or a string, and is a list",
        "protocol: Tcp | INVALID_VALUE protocol: 'protocol' must be 'TCP' or 'UDP', and is 'Tcp'; did you mean 'TCP'?",
        "inner: {sise: 1} | UNKNOWN_FIELD inner.sise: unknown field 'sise' in 'inner'",
        "inner: {next: {next: {x: ~}}} | UNKNOWN_FIELD inner.next.next.x: unknown field 'x' in 'inner.next.next'",
        "list: [{size: 1}, {size: x}] | WRONG_TYPE list[1].size: 'size' must be a whole number, and is the string 'x'",
        "list: [[]] | WRONG_TYPE list[0]: 'list[0]' must be a mapping, and is a list",
        "either: {c: 1} | MISSING_FIELD either.a: 'a' or 'b' is missing in 'either'",
        "labels: {on: 1} | WRONG_TYPE labels.true: 'true' must be a string, and is the number 1; put it in quotes",
        "surplus: 1 | UNKNOWN_FIELD surplus: unknown field 'surplus'",
      })
  void saysWhatIsWrongOnce(String field, String expected) throws SchemaProblem {
    assertThat(violations(SCHEMA, "name: a\n" + field + "\n"))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count: 1 | MISSING_FIELD name: 'name' is missing",
        "name: ~ | MISSING_FIELD name: 'name' is missing",
        "nam: a | UNKNOWN_FIELD nam: unknown field 'nam'",
        "name: A | INVALID_VALUE name: 'name' must match '^[a-z]+$', and is 'A'",
        "[] | WRONG_TYPE : the object must be a mapping, and is a list",
      })
  void saysWhatIsMissing(String yaml, String expected) throws SchemaProblem {
    assertThat(violations(SCHEMA, yaml)).containsExactly(expected);
  }

  @Test
  void whatIsNullIsAbsentUnlessItMayBeNull() throws SchemaProblem {
    String schema =
        """
        {"type": "object", "required": ["a", "b"], "properties": {
           "a": {"type": "string", "nullable": true}, "b": {"type": ["string", "null"]},
           "c": {"oneOf": [{"type": "string"}, {"type": "null"}]}, "d": {"not": {"type": "string"}}}}
        """;
    assertThat(violations(schema, "{a: ~, b: ~, c: ~, d: ~}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | no JSON object",
        "'{' | no JSON",
        "'' | empty",
        "'{} {}' | followed by something else",
        "{\"$ref\": \"https://example.com/x.json\"} | refers to 'https://example.com/x.json'",
        "{\"items\": {\"$ref\": \"../../etc/passwd\"}} | refers to '../../etc/passwd'",
        "{\"$ref\": \"file:///etc/passwd#/x\"} | refers to 'file:///etc/passwd#/x'",
        "{\"$ref\": \"#/nowhere\"} | cannot be used",
        "{\"type\": \"nonsense\"} | ",
        "{\"type\": 7} | ",
        "{\"properties\": []} | ",
        "{\"properties\": {\"a\": 7}} | cannot be used",
        "{\"enum\": 7} | ",
        "{\"required\": 7} | ",
        "{\"minimum\": \"x\"} | ",
        "{\"pattern\": \"(\"} | ",
        "{\"$ref\": \"#\"} | leads to itself",
        "{\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]} | leads to itself",
      })
  void aSchemaThatIsNoneIsAProblemAndNoCrash(String schema, String reason) {
    try {
      violations(schema, "a: 1");
      assertThat(reason).isNull();
    } catch (SchemaProblem e) {
      assertThat(e).hasMessageContaining(reason == null ? "cannot be used" : reason);
    }
  }

  @Test
  void aPatternDoesNotHang() throws SchemaProblem {
    String text = "a".repeat(50_000) + "!";
    assertThat(violations("{\"properties\": {\"a\": {\"pattern\": \"^(a+)+$\"}}}", "a: " + text))
        .hasSize(1);
  }

  @Test
  void anAliasBombComesToAnEnd() {
    StringBuilder yaml = new StringBuilder("a0: &a0 {}\n");
    for (int i = 1; i < 12; i++) {
      String one = "*a" + (i - 1);
      yaml.append("a%d: &a%d {b: %s, c: %s}%n".formatted(i, i, one, one));
    }
    assertThatThrownBy(
            () ->
                violations(
                    "{\"additionalProperties\": {\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}}",
                    yaml.toString()))
        .hasMessageContaining("takes more than");
  }

  @Test
  void aSchemaJudgesOnManyThreadsAsOnOne() throws Exception {
    String text =
        KubernetesSchemas.of(KubernetesVersion.LATEST)
            .schema("apps/v1", "Deployment")
            .orElseThrow();
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          replica: 3
          template:
            spec:
              containers: [{name: a, ports: [{containerPort: x}], securityContext: {runAsNonroot: 1}}]
        """;
    List<String> alone = violations(text, yaml);
    CompiledSchema shared = CompiledSchema.of(text);
    YamlNode node = YamlReader.read(new SourceText("x.yaml", yaml)).documents().get(0).root();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<String>> judge =
          () -> shared.validate(node).stream().map(CompiledSchemaTest::text).toList();
      for (Future<List<String>> result : threads.invokeAll(Collections.nCopies(80, judge))) {
        assertThat(result.get()).hasSize(6).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"${COUNT}", "$(COUNT)", "{{ count }}", "x-${COUNT}"})
  void aTextThatIsReplacedLaterIsNotJudged(String text) throws Exception {
    assertThat(
            violations(
                SCHEMA, "{name: '" + text + "', count: '" + text + "', protocol: '" + text + "'}"))
        .isEmpty();
    assertThat(violations(SCHEMA, "{name: a, count: COUNT, protocol: X, port: '" + text + "'}"))
        .hasSize(2);
  }

  private static String text(SchemaViolation violation) {
    return violation.kind() + " " + violation.path() + ": " + violation.message();
  }
}
