package dev.seaworthy.schema.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.model.FieldPath;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.rules.SchemaFields.Key;
import dev.seaworthy.schema.rules.SchemaFields.Place;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlEntry;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each field of an object, misspelt or in a wrong mapping, is told at its key. */
class FieldPlacesTest {

  private static final Analyzer ANALYZER =
      Analyzer.builder().rules(SchemaRules.of(Schemas.bundled())).build();

  private static final String DEPLOYMENT = read("testdata/fields/deployment.yaml");

  private static final JsonNode SCHEMA =
      JsonMapper.shared()
          .readTree(
              KubernetesSchemas.of(KubernetesVersion.LATEST)
                  .schema("apps/v1", "Deployment")
                  .orElseThrow());

  private static final String THING =
      """
      apiVersion: example.org/v1
      kind: Thing
      metadata:
        name: x
      spec:
        size: 3
        template:
          containers:
            - name: app
              limits:
                cpu: 1
                memory: 2
          zones:
            north:
              weight: 1
              taint: none
          choice:
            first: a
      status:
        phase: done
      """;

  private static final String FIELDS =
      """
      {"type": "object", "properties": {
        "apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"},
        "status": {"type": "object", "properties": {"phase": {"type": "string"}}},
        "spec": {"type": "object", "properties": {
          "size": {"type": "integer"},
          "template": {"type": "object", "properties": {
            "containers": {"type": "array", "items": {"type": "object", "properties": {
              "name": {"type": "string"},
              "limits": {"type": "object", "properties": {
                "cpu": {"x-kubernetes-int-or-string": true},
                "memory": {"x-kubernetes-int-or-string": true}}}}}},
            "zones": {"type": "object", "additionalProperties": {"type": "object", "properties": {
              "weight": {"type": "integer"}, "taint": {"type": "string"}}}},
            "choice": {"type": "object", "oneOf": [{"required": ["first"]}, {"required": ["second"]}],
              "properties": {"first": {"type": "string"}, "second": {"type": "string"}}}}}}}}}
      """;

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: things.example.org}
      spec:
        group: example.org
        scope: Namespaced
        names: {plural: things, kind: Thing}
        versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: %s}}]
      """
          .formatted(FIELDS.replace("\n", " "));

  private static String read(String file) {
    try {
      return Files.readString(Path.of(System.getProperty("project.root"), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static YamlNode root(String yaml) {
    return YamlReader.read(new SourceText("a.yaml", yaml)).documents().get(0).root();
  }

  private static String listOf(String object) {
    return "apiVersion: v1\nkind: List\nitems:\n  -\n" + object.indent(4);
  }

  private static YamlNode firstItem(String list) {
    YamlMapping root = (YamlMapping) root(list);
    return ((YamlSequence) root.get("items").orElseThrow()).items().get(0);
  }

  static List<Key> fieldsOfADeployment() {
    return SchemaFields.of(root(DEPLOYMENT), SCHEMA).keys();
  }

  static List<Key> fieldsOfAnItem() {
    return SchemaFields.of(firstItem(listOf(DEPLOYMENT)), SCHEMA).keys().stream()
        .filter(key -> !key.toString().contains("volumes["))
        .toList();
  }

  static List<Key> fieldsOfACustomResource() {
    return SchemaFields.of(root(THING), JsonMapper.shared().readTree(FIELDS)).keys();
  }

  /** Each field with each mapping around it that has no such field. */
  static Stream<Arguments> misplacedFields() {
    List<Arguments> moves = new ArrayList<>();
    for (Key key : fieldsOfADeployment()) {
      List<Place> places = new ArrayList<>(key.siblings());
      if (!key.above().isEmpty()) {
        places.add(key.above().get(key.above().size() - 1));
      }
      places.stream()
          .filter(place -> place.refuses(key.name()))
          .forEach(place -> moves.add(Arguments.of(key, place.path())));
    }
    return moves.stream();
  }

  @Test
  void theObjectsAreValid() {
    assertThat(findings(DEPLOYMENT)).isEmpty();
    assertThat(findings(listOf(DEPLOYMENT))).isEmpty();
    assertThat(findings(DEFINITION, THING)).isEmpty();
  }

  @Test
  void theDeploymentHasAValueOfEveryType() {
    Set<String> unused = new TreeSet<>(SCHEMA.get("$defs").propertyNames());
    unused.removeAll(SchemaFields.of(root(DEPLOYMENT), SCHEMA).definitions());
    assertThat(unused)
        .containsExactlyInAnyOrder(
            "V1DeploymentCondition", "V1DeploymentStatus", "V1ManagedFieldsEntry");
  }

  @ParameterizedTest
  @MethodSource("fieldsOfADeployment")
  void aTypoIsToldAtItsKey(Key key) {
    assertTold(DEPLOYMENT, key);
  }

  @ParameterizedTest
  @MethodSource("fieldsOfAnItem")
  void aTypoInAListIsToldAtItsKey(Key key) {
    assertTold(listOf(DEPLOYMENT), key);
  }

  @ParameterizedTest
  @MethodSource("fieldsOfACustomResource")
  void aTypoInACustomResourceIsToldAtItsKey(Key key) {
    assertTold(THING, key);
  }

  @ParameterizedTest
  @MethodSource("misplacedFields")
  void aMisplacedFieldIsToldAtItsKey(Key key, FieldPath place) {
    String moved = moved(key, place);
    List<Finding> unknown = unknownFields(findings(moved));
    assertThat(unknown).hasSize(1);
    Finding finding = unknown.get(0);
    assertThat(finding.path()).isEqualTo(place.child(key.name()).toString());
    assertThat(finding.message()).startsWith("unknown field '" + key.name() + "'");
    assertThat(keyAt(moved, finding)).isEqualTo('"' + key.name() + '"');
  }

  private static void assertTold(String text, Key key) {
    YamlNode name = key.entry().key();
    String right = key.name();
    int middle = right.length() / 2;
    String wrong = right.substring(0, middle) + right.charAt(middle) + right.substring(middle);
    String mistyped = text.substring(0, name.start()) + wrong + text.substring(name.end());
    String in = key.in().equals(FieldPath.ROOT) ? "" : " in '" + key.in() + "'";
    assertThat(findings(DEFINITION, mistyped))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.ruleId()).isEqualTo("schema-unknown-field");
              assertThat(finding.message())
                  .isEqualTo(
                      "unknown field '%s'%s; did you mean '%s'?".formatted(wrong, in, right));
              assertThat(keyAt(mistyped, finding)).isEqualTo(wrong);
              assertThat(offset(mistyped, finding)).isEqualTo(name.start());
            });
  }

  private static List<Finding> findings(String... texts) {
    Source[] sources = new Source[texts.length];
    for (int i = 0; i < texts.length; i++) {
      sources[i] = Source.of("f" + i + ".yaml", texts[i]);
    }
    AnalysisResult result = ANALYZER.analyze(sources);
    assertThat(result.problems()).isEmpty();
    return result.findings();
  }

  private static List<Finding> unknownFields(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.ruleId().equals("schema-unknown-field"))
        .toList();
  }

  private static int offset(String text, Finding finding) {
    int start = 0;
    for (int line = 1; line < finding.location().span().start().line(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + finding.location().span().start().column() - 1;
  }

  private static String keyAt(String text, Finding finding) {
    int start = offset(text, finding);
    var span = finding.location().span();
    assertThat(span.end().line()).isEqualTo(span.start().line());
    return text.substring(start, start + span.end().column() - span.start().column());
  }

  /** The Deployment as JSON, with a field in another mapping. */
  private static String moved(Key key, FieldPath place) {
    StringBuilder text = new StringBuilder();
    write(root(DEPLOYMENT), FieldPath.ROOT, key, place, text);
    return text.toString();
  }

  private static void write(
      YamlNode node, FieldPath path, Key key, FieldPath place, StringBuilder text) {
    if (node instanceof YamlMapping mapping) {
      String separator = "{\n";
      List<YamlEntry> entries = new ArrayList<>(mapping.entries());
      if (path.equals(key.in())) {
        entries.removeIf(entry -> entry.name().equals(key.name()));
      }
      if (path.equals(place)) {
        entries.add(key.entry());
      }
      for (YamlEntry entry : entries) {
        text.append(separator).append('"').append(entry.name()).append("\": ");
        write(entry.value(), path.child(entry.name()), key, place, text);
        separator = ",\n";
      }
      text.append(entries.isEmpty() ? "{}" : "}");
    } else if (node instanceof YamlSequence sequence) {
      String separator = "[";
      for (int i = 0; i < sequence.items().size(); i++) {
        text.append(separator);
        write(sequence.items().get(i), path.child(i), key, place, text);
        separator = ",\n";
      }
      text.append("]");
    } else {
      text.append(DEPLOYMENT, node.start(), node.end());
    }
  }
}
