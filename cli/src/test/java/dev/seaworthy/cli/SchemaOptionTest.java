package dev.seaworthy.cli;

import static dev.seaworthy.cli.CliRun.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects and their schemas, from the command line to the report. */
class SchemaOptionTest {

  private static final String SCHEMA =
      """
      {"type": "object", "additionalProperties": false,
       "properties": {"apiVersion": {}, "kind": {}, "metadata": {},
                      "spec": {"$ref": "_definitions.json#/definitions/spec"}}}
      """;
  private static final String DEFINITIONS =
      """
      {"definitions": {"spec": {"type": "object", "additionalProperties": false,
                                "properties": {"size": {"type": "integer"}}}}}
      """;
  private static final String THING =
      "{apiVersion: example.org/v1, kind: Thing, metadata: {name: a}, spec: {sise: 1}}\n";
  private static final String UNKNOWN = "unknown field 'sise' in 'spec'; did you mean 'size'?";
  private static final String TEMPLATE = "schemas/{{.ResourceKind}}.json";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    write("schemas/thing.json", SCHEMA);
    write("schemas/_definitions.json", DEFINITIONS);
    write("deploy/thing.yaml", THING);
    write("deploy/pod.yaml", Manifests.HARDENED.replace("name: web", "name: web, lables: {}"));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private CliRun check(String... options) {
    String[] all = new String[options.length + 5];
    System.arraycopy(options, 0, all, 5, options.length);
    System.arraycopy(
        new String[] {"check", "--profile=none", "--rule=schema-*", "--color=never", "deploy"},
        0,
        all,
        0,
        5);
    return in(folder).run(all);
  }

  @Test
  void theFirstLocationThatHasAKindCounts() {
    check("--schema-location=default", "--schema-location=" + TEMPLATE)
        .exits(1)
        .prints(
            "medium[schema-unknown-field]: " + UNKNOWN,
            "unknown field 'lables' in 'metadata'; did you mean 'labels'?");
  }

  @Test
  void withoutTheDefaultOnlyTheFoldersCount() {
    check("--schema-location", TEMPLATE)
        .exits(1)
        .prints(UNKNOWN, "no schema is known for 'Pod' of 'v1'\n")
        .doesNotPrint("lables");
  }

  @Test
  void theConfigurationNamesLocationsFromItsFolder() throws IOException {
    write("conf/seaworthy.yaml", "schemaLocations: [default, '../" + TEMPLATE + "']\n");
    check("--config", "conf/seaworthy.yaml").exits(1).prints(UNKNOWN, "lables");
    check("--config", "conf/seaworthy.yaml", "--schema-location", "default")
        .prints("no schema is known for 'Thing'", "lables")
        .doesNotPrint(UNKNOWN);
  }

  @Test
  void aLocationThatIsNoneIsAUsageError() throws IOException {
    check("--schema-location", "nowhere").exits(2).complains("there is no folder 'nowhere'");
    check("--schema-location", "https://example.com/x").exits(2).complains("is a URL");
    write("seaworthy.yaml", "schemaLocations: [nowhere]\n");
    check()
        .exits(2)
        .complains("seaworthy.yaml:1:19: schema location 'nowhere': there is no folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[default, defualt] | 1:28: schema location 'defualt': there is no folder 'defualt'; did you"
            + " mean 'default'?",
        "[schemas/thing.json] | 1:19: schema location 'schemas/thing.json' is a file: name its folder",
        "['schemas/{{.Kind}}.json'] | 1:19: schema location 'schemas/{{.Kind}}.json': '{{.Kind}}' is"
            + " none of {{.Group}}, ",
        "['schemas/{{.Group}'] | 1:19: schema location 'schemas/{{.Group}': every '{{' needs its '}}'",
        "['https://example.com/x'] | 1:19: schema location 'https://example.com/x' is a URL",
        "schemas | 1:18: 'schemaLocations' must be a list",
        "[7] | 1:19: an item of 'schemaLocations' must be text, not the number 7",
      })
  void aWrongEntryOfTheConfigurationIsToldAtItsPlace(String value, String message)
      throws IOException {
    write("seaworthy.yaml", "schemaLocations: " + value + "\n");
    check().exits(2).printsNothing().complains("error: seaworthy.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ | the schema is no JSON at line 1, column ",
        "{\"type\":\\n  ]} | the schema is no JSON at line 2, column 3: Unexpected character (']'",
        "type: object | the schema is no JSON at line 1, column ",
        "[] | the schema is no JSON object",
        "{\"$ref\": \"https://example.com/x.json\"} | the schema refers to 'https://example.com/x.json'",
        "{\"$ref\": \"none.json\"} | there is no file 'schemas/none.json'",
      })
  void aSchemaThatIsNoneIsAProblemThatNamesItsFile(String text, String message) throws IOException {
    write("schemas/thing.json", text.replace("\\n", "\n"));
    check("--schema-location", TEMPLATE)
        .exits(ExitStatus.INCOMPLETE)
        .prints(
            "problem[schema-error]: schema 'schemas/thing.json': " + message,
            "deploy/thing.yaml:1",
            "hint: No object of the kind is held against it. Mend the schema, or leave it out.");
  }

  @Test
  void aSchemaOfMegabytesIsRead() throws IOException {
    StringBuilder fields = new StringBuilder("\"size\": {\"type\": \"integer\"}");
    for (int i = 0; i < 60_000; i++) {
      fields.append(",\n\"field").append(i).append("\": {\"description\": \"");
      fields.append("what it is for ".repeat(5)).append("\"}");
    }
    write(
        "schemas/_definitions.json",
        DEFINITIONS.replace("\"size\": {\"type\": \"integer\"}", fields));
    assertThat(Files.size(folder.resolve("schemas/_definitions.json"))).isGreaterThan(5 << 20);
    check("--schema-location", TEMPLATE).exits(1).prints(UNKNOWN);
  }

  @Test
  void aSchemaThatLeadsOutOfItsFolderIsAProblem() throws IOException {
    write("secret.json", "{}");
    write("schemas/thing.json", "{\"$ref\": \"../secret.json\"}");
    check("--schema-location", TEMPLATE)
        .exits(ExitStatus.INCOMPLETE)
        .prints(
            "problem[schema-error]: schema 'schemas/thing.json': 'schemas/../secret.json' lies"
                + " outside of its folder",
            "deploy/thing.yaml:1");
  }

  @Test
  void aMisspeltSettingOfSecurityIsHigh() throws IOException {
    write(
        "deploy/pod.yaml",
        Manifests.HARDENED.replace("securityContext: {run", "securityContex: {run"));
    check().exits(1).prints("high[schema-unknown-field]: unknown field 'securityContex' in 'spec'");
    write("seaworthy.yaml", "rules: {schema-unknown-field: {severity: low}}\n");
    check("--fail-on=high")
        .exits(0)
        .prints("low[schema-unknown-field]: unknown field 'securityContex'");
    Files.delete(folder.resolve("seaworthy.yaml"));
    check("--format=json").prints("\"severity\": \"high\"");
    check("--format=sarif")
        .prints(
            "\"level\": \"error\"",
            "\"defaultConfiguration\": {\n                \"level\": \"warning\"");
  }

  @Test
  void aRenderedChartIsToldAtTheLineOfItsTemplate() throws IOException {
    write("deploy/chart/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    write("deploy/chart/values.yaml", "name: web\n");
    write(
        "deploy/chart/templates/pod.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: {{ .Values.name }}
        spec:
          securityContex: {}
          containers: [{name: a, image: b}]
        """);
    write("deploy/chart/templates/thing.yaml", THING.replace("sise", "siz"));
    write(
        "deploy/chart/crds/thing.yaml",
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
                  properties: {spec: {type: object, properties: {size: {type: integer}}}}
        """);
    check()
        .exits(1)
        .prints(
            "unknown field 'securityContex' in 'spec'; did you mean 'securityContext'?",
            "deploy/chart/templates/pod.yaml:6:3",
            "unknown field 'siz' in 'spec'; did you mean 'size'?",
            "deploy/chart/templates/thing.yaml:1:");
  }

  @Test
  void aPatchIsHeldToWhatItWrites() throws IOException {
    write("deploy/kustomization.yaml", "patches: [{path: patch.yaml}]\n");
    write(
        "deploy/patch.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            spec:
              $retainKeys: [containers]
              hostNetwrk: true
              containers:
                - $patch: delete
                  name: app
        """);
    check()
        .prints("unknown field 'hostNetwrk' in 'spec.template.spec'", "deploy/patch.yaml:8:7")
        .doesNotPrint("schema-missing-field", "$patch'", "$retainKeys'");
  }
}
