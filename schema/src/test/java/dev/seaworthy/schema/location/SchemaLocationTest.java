package dev.seaworthy.schema.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.SchemaSource;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaProblem;
import dev.seaworthy.schema.validate.SchemaViolation;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaLocationTest {

  private static final KubernetesVersion VERSION = new KubernetesVersion(1, 34);

  @TempDir private Path folder;

  private SchemaSource source(String location) {
    return SchemaLocation.parse(location, folder).of(VERSION);
  }

  private void write(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, file);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.34.0-standalone-strict/deployment-apps-v1.json, apps/v1, Deployment",
    "v1.34.12-standalone-strict/pod-v1.json, v1, Pod",
    "v1.34.1-standalone/pod-v1.json, v1, Pod",
    "master-standalone-strict/ingress-networking-v1.json, networking.k8s.io/v1, Ingress",
  })
  void aFolderIsLaidOutAsKubeconformHasIt(String file, String apiVersion, String kind)
      throws IOException {
    write(file);
    assertThat(source(".").schema(apiVersion, kind)).contains(file);
    assertThat(source(".").schema(apiVersion, "Other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json', cert-manager.io/issuer_v1.json",
    "'{{ .ResourceKind }}{{ .KindSuffix }}.json', issuer-cert-manager-v1.json",
    "'sub/x-{{.ResourceKind}}.json', sub/x-issuer.json",
  })
  void aTemplateNamesTheFile(String template, String file) throws IOException {
    write(file);
    assertThat(source(template).schema("cert-manager.io/v1", "Issuer")).contains(file);
  }

  @Test
  void theStrictSchemaCounts() throws IOException {
    write("v1.34.0-standalone/pod-v1.json");
    write("v1.34.0-standalone-strict/pod-v1.json");
    assertThat(source(".").schema("v1", "Pod")).contains("v1.34.0-standalone-strict/pod-v1.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.com/schemas | is a URL",
        "HTTP://example.com/{{.ResourceKind}}.json | is a URL",
        "file:///etc | is a URL",
        "nowhere | there is no folder 'nowhere'",
        "defualt | there is no folder 'defualt'; did you mean 'default'?",
        "a.json | is a file: name its folder, or a template such as",
        "'' | is empty",
        "' ' | is empty",
        "no/where/{{.ResourceKind}}.json | there is no folder 'no/where/'",
        "{{.ResourceKinds}}.json | is none of",
        "{{.ResourceKind}.json | every '{{' needs its '}}'",
        "a/{{.Group}}/.ResourceKind}}.json | there is no folder 'a/'",
        "{{.Group}}/.ResourceKind}}.json | every '{{' needs its '}}'",
        "{{ printf .Group }}.json | is none of",
      })
  void whatIsNoFolderIsRefused(String location, String reason) throws IOException {
    write("a.json");
    assertThatThrownBy(() -> SchemaLocation.parse(location, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema location '" + location.strip() + "'")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/b", "..", "", "a\u0000b"})
  void whatAManifestSaysLeadsNowhereElse(String kind) throws IOException {
    write("secret.json");
    Files.createDirectory(folder.resolve("in"));
    SchemaSource source = source("in/{{.ResourceKind}}.json");
    assertThat(source.schema("v1", kind)).isEmpty();
    assertThat(source.schema("../x/v1", "Secret")).isEmpty();
  }

  @Test
  void aLinkOutOfTheFolderIsNotRead() throws IOException {
    write("secret.json");
    Files.createDirectory(folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/pod.json"), folder.resolve("secret.json"));
    SchemaSource source = source("in/{{.ResourceKind}}.json");
    assertThatThrownBy(() -> source.schema("v1", "Pod"))
        .isInstanceOf(UncheckedIOException.class)
        .hasStackTraceContaining("'in/pod.json' lies outside of its folder");
  }

  private List<String> violations(String yaml) throws SchemaProblem {
    YamlNode pod = YamlReader.read(new SourceText("x.yaml", yaml)).documents().get(0).root();
    String schema = source("in/{{.ResourceKind}}.json").schema("v1", "Pod").orElseThrow();
    return CompiledSchema.of(schema).validate(pod).stream().map(SchemaViolation::message).toList();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void referencesWithinTheFolderAreFollowed() throws Exception {
    write(
        "in/pod.json",
        """
        {"type": "object", "additionalProperties": false, "definitions": {"own": {"type": "boolean"}},
         "properties": {"a": {"$ref": "#/definitions/own"},
                        "spec": {"$ref": "_definitions.json#/definitions/spec"},
                        "all": {"$ref": "sub/all.json"}}}
        """);
    write(
        "in/_definitions.json",
        """
        {"definitions": {
          "spec": {"type": "object", "additionalProperties": false,
                   "properties": {"count": {"$ref": "#/definitions/count"},
                                  "next": {"$ref": "#/definitions/spec"}}},
          "count": {"type": "integer"}}}
        """);
    write("in/sub/all.json", "{\"$ref\": \"../_definitions.json#/definitions/count\"}");
    assertThat(violations("{a: true, spec: {count: 1, next: {next: {count: 2}}}, all: 3}"))
        .isEmpty();
    assertThat(violations("{a: 1, spec: {next: {next: {cuont: 2}}}, all: x}"))
        .containsExactlyInAnyOrder(
            "'a' must be true or false, and is the number 1",
            "unknown field 'cuont' in 'spec.next.next'",
            "'all' must be a whole number, and is the string 'x'");
  }

  @Test
  void aFieldMayHaveTheNameOfAKeyword() throws Exception {
    write(
        "in/pod.json",
        """
        {"properties": {
          "default": {"$ref": "_definitions.json#/definitions/count"},
          "properties": {"properties": {"enum": {"$ref": "_definitions.json#/definitions/count"}}}}}
        """);
    write("in/_definitions.json", "{\"definitions\": {\"count\": {\"type\": \"integer\"}}}");
    assertThat(violations("{default: 1, properties: {enum: 2}}")).isEmpty();
    assertThat(violations("{default: x, properties: {enum: z}}")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../secret.json | lies outside of",
        "/etc/passwd | lies outside of",
        "../in/../secret.json#/x | lies outside of",
        "link.json | lies outside of",
        "none.json | there is no file",
        "_definitions.json#/definitions/none | which has nothing there",
        "_definitions.json#anchor | which has nothing there",
        "broken.json | is no JSON",
        "https://example.com/x.json | which is another document",
        "file:///etc/passwd | which is another document",
      })
  void referencesToAnythingElseAreRefused(String reference, String reason) throws IOException {
    write("secret.json", "{}");
    write("in/broken.json", "{");
    write("in/_definitions.json", "{\"definitions\": {}}");
    Files.createSymbolicLink(folder.resolve("in/link.json"), folder.resolve("secret.json"));
    write("in/pod.json", "{\"properties\": {\"a\": {\"$ref\": \"" + reference + "\"}}}");
    assertThatThrownBy(() -> violations("{a: 1}")).hasStackTraceContaining(reason);
  }
}
