package dev.seaworthy.config;

import static dev.seaworthy.config.ConfigurationFixture.FILE;
import static dev.seaworthy.config.ConfigurationFixture.errors;
import static dev.seaworthy.config.ConfigurationFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.seaworthy.model.NodeDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema for editors says what the reader does. */
class ConfigurationSchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static String text;
  private static JsonNode tree;
  private static Schema schema;

  @BeforeAll
  static void load() throws IOException {
    text =
        Files.readString(
            Path.of(System.getProperty("project.root"), "docs/schema/seaworthy.schema.json"));
    tree = JsonMapper.shared().readTree(text);
    schema = REGISTRY.getSchema(text);
  }

  @Test
  void isASchema() {
    String dialect = tree.get("$schema").asString();
    assertThat(REGISTRY.getSchema(SchemaLocation.of(dialect)).validate(text, InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /properties                    | ?: 1
          /$defs/rule/properties         | rules: {host-pid: {?: 1}}
          /$defs/ignore/properties       | rules: {host-pid: {ignore: [{?: 1}]}}
          /properties/cluster/properties | cluster: {?: 1}
          /properties/limits/properties  | limits: {?: 1}
          /properties/helm/properties    | helm: {?: 1}
          /$defs/chart/properties        | helm: {charts: [{?: 1}]}
          /$defs/scenario/properties     | helm: {charts: [{scenarios: [{name: a, ?: 1}]}]}
          """)
  void hasTheKeysThatTheReaderKnows(String properties, String unknownKey) {
    String error = errors(unknownKey.replace("?", "no-such-key")).get(0);

    assertThat(error).contains("unknown key 'no-such-key'");
    assertThat(tree.at(properties).propertyNames())
        .containsExactlyInAnyOrderElementsOf(names(error, "Known here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /properties/profile/enum                | profile: ?
          /properties/failOn/enum                 | failOn: ?
          /$defs/rule/properties/severity/enum    | rules: {host-pid: {severity: ?}}
          """)
  void hasTheValuesThatTheReaderKnows(String values, String unknownValue) {
    String error = errors(unknownValue.replace("?", "no-such-value")).get(0);

    assertThat(tree.at(values).valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(names(error, "Allowed"));
  }

  @Test
  void hasTheDefaultsOfTheReader() {
    Configuration unset = read("");
    JsonNode properties = tree.get("properties");
    String size = properties.at("/limits/properties/maxFileSize/default").asString();

    assertThat(properties.at("/profile/default").asString())
        .isEqualTo(unset.selection().profile().id());
    assertThat(properties.at("/failOn/default").asString()).isEqualTo(unset.failOn().id());
    assertThat(properties.at("/cluster/properties/rootlessNodes/default").asBoolean())
        .isEqualTo(unset.cluster().profile().rootlessNodes());
    assertThat(properties.at("/cluster/properties/seccompDefault/default").asBoolean())
        .isEqualTo(unset.cluster().profile().seccompDefault());
    NodeDefaults nodes = unset.cluster().profile().nodes();
    JsonNode cluster = properties.at("/cluster/properties");
    assertThat(cluster.at("/runtimeDefaultCapabilities/default").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(new TreeSet<>(nodes.runtimeDefaultCapabilities()));
    assertThat(cluster.at("/anonymousKubeletPort/default").asBoolean())
        .isEqualTo(nodes.anonymousKubeletPort());
    assertThat(cluster.at("/unprivilegedBpf/default").asBoolean())
        .isEqualTo(nodes.unprivilegedBpf());
    assertThat(cluster.at("/socketGroupRights/default").asBoolean())
        .isEqualTo(nodes.socketGroupRights());
    assertThat(cluster.at("/controlPlaneTaints/default").asBoolean())
        .isEqualTo(nodes.controlPlaneTaints());
    assertThat(cluster.at("/seLinuxEnforced/default").asBoolean())
        .isEqualTo(nodes.seLinuxEnforced());
    assertThat(cluster.at("/deviceCgroup/default").asBoolean()).isEqualTo(nodes.deviceCgroup());
    assertThat(read("limits: {maxFileSize: " + size + "}").limits()).isEqualTo(unset.limits());
  }

  @Test
  void describesEveryKey() {
    for (JsonNode properties : tree.findValues("properties")) {
      properties.forEachEntry(
          (key, property) -> {
            JsonNode described =
                property.has("description") || !property.has("$ref")
                    ? property
                    : tree.at(property.get("$ref").asString().substring(1));
            assertThat(described.path("description").asString("")).as(key).endsWith(".");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "profile: none",
        "kubernetesVersion: \"1.34\"",
        "kubernetesVersion: 1.34",
        "kubernetesVersion: v1.34.2",
        "rules: {}",
        "rules: {host-pid: {}}",
        "rules: {\"*\": {enabled: false, severity: info}}",
        "rules: {host-pid: {ignore: []}}",
        "rules: {host-pid: {ignore: [a.yaml, {path: b/}, {kind: Pod, name: a, namespace: b}]}}",
        "rules: {host-pid: {ignore: [{container: c, reason: why, expires: 2027-01-31}]}}",
        "exclude: []",
        "exclude: [vendor/, '!vendor/a.yaml', '*.md', '.github/', 'a..b/c', '\\#x']",
        "cluster: {rootlessNodes: true, userNamespaces: false, seccompDefault: true}",
        "cluster: {runtimeDefaultCapabilities: [], anonymousKubeletPort: true}",
        "cluster: {runtimeDefaultCapabilities: [NET_RAW, SYS_CHROOT], unprivilegedBpf: true}",
        "cluster: {socketGroupRights: false, controlPlaneTaints: false, seLinuxEnforced: true}",
        "cluster: {deviceCgroup: false}",
        "limits: {maxFileSize: 1}",
        "limits: {maxFileSize: 64KiB}",
        "limits: {maxFileSize: \"1024MiB\"}",
        "helm: {}",
        "helm: {engine: native, releaseName: a.b-1, namespace: b}",
        "helm: {engine: bin/helm, apiVersions: [a/v1]}",
        "helm: {charts: [{}, {chart: a/*, releaseName: a, namespace: b}]}",
        "helm: {charts: [{scenarios: [{name: a, values: [a.yaml]}, {name: b}]}]}",
        "helm: {charts: [{scenarios: [{name: a, set: {a.b: c, d: 1, e: true, f: null}}]}]}",
      })
  void acceptsWhatTheReaderAccepts(String yaml) {
    assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(read(yaml).file()).contains(FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "profile",
        "profile: Strict",
        "profile: null",
        "failOn: error",
        "kubernetesVersion: 1",
        "kubernetesVersion: latest",
        "kubernetesVersion: [1.34]",
        "rules: []",
        "rules: null",
        "rules: {host-pid: null}",
        "rules: {host-pid: false}",
        "rules: {host-pid: {enabled: 1}}",
        "rules: {host-pid: {enabled: \"true\"}}",
        "rules: {host-pid: {severity: error}}",
        "rules: {host-pid: {params: []}}",
        "rules: {host-pid: {ignore: a.yaml}}",
        "rules: {host-pid: {ignore: [null]}}",
        "rules: {host-pid: {ignore: [{}]}}",
        "rules: {host-pid: {ignore: [\"\"]}}",
        "rules: {host-pid: {ignore: [\"!a.yaml\"]}}",
        "rules: {host-pid: {ignore: [{path: ./a.yaml}]}}",
        "rules: {host-pid: {ignore: [{name: 5}]}}",
        "rules: {host-pid: {ignore: [{reason: \" \"}]}}",
        "rules: {host-pid: {ignore: [{expires: tomorrow}]}}",
        "rules: {host-pid: {ignore: [{until: 2027-01-31}]}}",
        "exclude: vendor/",
        "exclude: [5]",
        "exclude: [.]",
        "exclude: [../other]",
        "exclude: [a/../b]",
        "exclude: [\"!./a\"]",
        "exclude: [\"#a\"]",
        "cluster: true",
        "cluster: {rootlessNodes: \"yes\"}",
        "cluster: {runtimeDefaultCapabilities: [CAP_NET_RAW]}",
        "cluster: {runtimeDefaultCapabilities: NET_RAW}",
        "cluster: {socketGroupRights: 0}",
        "cluster: {version: \"1.34\"}",
        "limits: {maxFileSize: 0}",
        "limits: {maxFileSize: 2000000000}",
        "limits: {maxFileSize: 32MB}",
        "limits: {maxFileSize: true}",
        "policies: rules/",
        "policies: [5]",
        "policyNamespaces: [\"\"]",
        "helm: native",
        "helm: {engine: ''}",
        "helm: {releaseName: A}",
        "helm: {namespace: a.b}",
        "helm: {apiVersions: [a/v1]}",
        "helm: {engine: native, apiVersions: [a/v1]}",
        "helm: {charts: {}}",
        "helm: {charts: [{chart: '!a'}]}",
        "helm: {charts: [{chart: ../a}]}",
        "helm: {charts: [{scenarios: []}]}",
        "helm: {charts: [{scenarios: [{}]}]}",
        "helm: {charts: [{scenarios: [{name: a, values: b.yaml}]}]}",
        "helm: {charts: [{scenarios: [{name: a, set: [b=c]}]}]}",
        "helm: {charts: [{scenarios: [{name: a, set: {b: {c: d}}}]}]}",
        "helm: {charts: [{scenarios: [{name: a, set: {b: 1.5}}]}]}",
      })
  void refusesWhatTheReaderRefuses(String yaml) {
    assertThat(schema.validate(yaml, InputFormat.YAML)).isNotEmpty();
    assertThat(errors(yaml)).isNotEmpty();
  }

  /** The names in a hint such as {@code Known here are a, b and c.} */
  private static List<String> names(String error, String lead) {
    String list = error.substring(error.indexOf(lead) + lead.length());
    return Arrays.stream(list.split("[ ,.]+"))
        .filter(word -> !List.of("", "are", "is", "only", "and").contains(word))
        .toList();
  }
}
