package dev.seaworthy.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.ApiKind;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.SchemaSource;
import dev.seaworthy.schema.location.SchemaLocation;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A folder of schemas gives the same verdicts as in {@code kubeconform -strict}, for each object of
 * {@code testdata/} and, with {@code -Dcorpus=DIR}, of a folder of real manifests, and for mutants
 * of them.
 *
 * <p>Where verdicts differ on purpose is in {@code docs/schemas.md}: the schemas here have no
 * formats, and the objects neither null nor what another tool replaces.
 */
class KubeconformDifferentialTest {

  private static final int MUTANTS = 10;

  /** Formats that kubeconform does not know, or knows otherwise. */
  private static final Pattern FORMAT =
      Pattern.compile(
          "\"format\"\\s*:\\s*\"[^\"]*\",?|,\\s*\"format\"\\s*:\\s*\"[^\"]*\"(?=\\s*})");

  private static final KubernetesVersion VERSION =
      KubernetesSchemas.versions().get(KubernetesSchemas.versions().size() - 1);

  @TempDir private Path folder;

  @Test
  void kubeconformGivesTheSameVerdicts() throws Exception {
    Optional<Kubeconform> kubeconform = Kubeconform.onPath();
    assumeThat(kubeconform)
        .as("needs the program 'kubeconform' on the path, to compare with")
        .isPresent();
    Path schemas = Files.createDirectory(folder.resolve("schemas"));
    writeSchemas(schemas);
    SchemaSource source = SchemaLocation.parse(schemas.toString(), folder).of(VERSION);
    Path objects = Files.createDirectory(folder.resolve("objects"));
    Map<String, JsonNode> written = writeObjects(objects, source);

    Map<String, String> theirs = kubeconform.get().refusals(objects, schemas, VERSION.toString());

    Map<String, String> ours = refusals(written, source);
    List<String> differences = new ArrayList<>();
    ours.forEach(
        (file, refusal) -> {
          String their = theirs.getOrDefault(file, "not looked at");
          if (their.isEmpty() != refusal.isEmpty()) {
            differences.add(
                "kubeconform: %s%nours: %s%n%s".formatted(their, refusal, written.get(file)));
          }
        });
    assertThat(differences).isEmpty();
    assertThat(ours.values()).as("valid").anyMatch(String::isEmpty);
    assertThat(ours.values()).as("not valid").anyMatch(refusal -> !refusal.isEmpty());
    System.out.println(ours.size() + " objects, the same verdicts as kubeconform's");
  }

  private static void writeSchemas(Path schemas) throws IOException {
    Path strict = Files.createDirectory(schemas.resolve("v" + VERSION + ".0-standalone-strict"));
    KubernetesSchemas bundled = KubernetesSchemas.of(VERSION);
    for (ApiKind kind : bundled.kinds()) {
      String schema = bundled.schema(kind.apiVersion(), kind.kind()).orElseThrow();
      String group = kind.group().isEmpty() ? "" : kind.group().split("\\.")[0] + "-";
      String name = kind.kind() + "-" + group + kind.version() + ".json";
      Files.writeString(
          strict.resolve(name.toLowerCase(Locale.ROOT)), FORMAT.matcher(schema).replaceAll(""));
    }
  }

  /** By the names of their files. */
  private static Map<String, JsonNode> writeObjects(Path folder, SchemaSource source)
      throws IOException {
    Map<String, JsonNode> written = new TreeMap<>();
    Mutants mutants = new Mutants();
    for (JsonNode object : objects()) {
      List<JsonNode> all = new ArrayList<>(mutants.of(object, MUTANTS));
      all.add(object);
      for (JsonNode each : all) {
        String text = each.toString();
        if (schema(each, source).isPresent() && !text.contains("null") && !Placeholder.isIn(text)) {
          String file = "%06d.json".formatted(written.size());
          Files.writeString(folder.resolve(file), text);
          written.put(file, each);
        }
      }
    }
    return written;
  }

  private static Optional<String> schema(JsonNode object, SchemaSource source) {
    return source.schema(object.path("apiVersion").asString(""), object.path("kind").asString(""));
  }

  private static Map<String, String> refusals(Map<String, JsonNode> objects, SchemaSource source)
      throws SchemaProblem {
    Map<String, CompiledSchema> compiled = new HashMap<>();
    Map<String, String> refusals = new TreeMap<>();
    for (Map.Entry<String, JsonNode> object : objects.entrySet()) {
      String text = schema(object.getValue(), source).orElseThrow();
      if (!compiled.containsKey(text)) {
        compiled.put(text, CompiledSchema.of(text));
      }
      SourceText file = new SourceText(object.getKey(), object.getValue().toString());
      YamlNode node = YamlReader.read(file).documents().get(0).root();
      List<SchemaViolation> violations = compiled.get(text).validate(node);
      refusals.put(object.getKey(), violations.isEmpty() ? "" : violations.toString());
    }
    return refusals;
  }

  private static List<JsonNode> objects() {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of(System.getProperty("project.root"), "testdata"));
    String corpus = System.getProperty("corpus");
    if (corpus != null && !corpus.isEmpty()) {
      folders.add(Path.of(corpus));
    }
    ObjectCollector collector = new ObjectCollector();
    Analyzer.builder()
        .rules(List.of(collector))
        .parallelism(1)
        .build()
        .analyze(FileDiscovery.builder(folders.get(0)).build().discover(folders));
    return collector.objects;
  }

  /** Finds nothing, but keeps the objects. */
  private static final class ObjectCollector implements ObjectRule {

    private final List<JsonNode> objects = new ArrayList<>();

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("object-collector", "collects objects")
          .category("test")
          .remediation("None.")
          .build();
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      objects.add(JsonTree.of(object.node()));
    }
  }
}
