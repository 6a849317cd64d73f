package dev.seaworthy.schema.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "{{.ResourceKinds}}.json | is none of",
        "{{ printf .Group }}.json | is none of",
      })
  void whatIsNoFolderIsRefused(String location, String reason) {
    assertThatThrownBy(() -> SchemaLocation.parse(location, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema location '" + location + "'")
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
        .hasRootCauseMessage("it lies outside of '" + folder.resolve("in") + "'");
  }
}
