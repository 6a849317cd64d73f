package dev.seaworthy.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.Finding;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.model.Placeholder;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.location.SchemaLocation;
import dev.seaworthy.schema.rules.SchemaRules;
import dev.seaworthy.schema.rules.Schemas;
import dev.seaworthy.source.FileDiscovery;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same verdicts as kubeconform's, on the same schemas in a folder of its layout: for the
 * objects of {@code testdata/} and, with {@code -Dcorpus=DIR}, of a folder of real manifests, and
 * for mutants of each. Where they differ, and why, is told in {@code docs/schemas.md}.
 */
class KubeconformDifferentialTest {

  private static final String LAYOUT =
      "{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}"
          + "/{{.ResourceKind}}{{.KindSuffix}}.json";

  private static final long SEED = 20;
  private static final int MUTANTS = 40;

  private static final int ENOUGH = 1_000;

  private static final Set<String> RULES =
      Set.of(
          "schema-unknown-field",
          "schema-wrong-type",
          "schema-missing-field",
          "schema-invalid-value");

  private static final Pattern FORMAT = Pattern.compile("' (is no |must be base64)");

  @TempDir private Path schemas;
  @TempDir private Path objects;

  private final List<KubernetesVersion> versions = KubernetesSchemas.versions();
  private final KubernetesVersion version = versions.get(versions.size() - 1);

  @Test
  void kubeconformHasTheSameVerdicts() throws Exception {
    Optional<Kubeconform> kubeconform = Kubeconform.onPath();
    assumeThat(kubeconform)
        .as("needs the program 'kubeconform' on the path, to compare with")
        .isPresent();
    Map<String, String> texts = texts();

    Map<String, String> theirs =
        kubeconform.get().judge(objects, schemas.resolve(LAYOUT).toString(), version);

    Map<String, List<Finding>> ours = ours(texts);
    assertThat(theirs).hasSameSizeAs(texts);
    List<String> differences = new ArrayList<>();
    int refused = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String reason = theirs.get(text.getKey());
      List<Finding> findings = ours.getOrDefault(text.getKey(), List.of());
      refused += reason.isEmpty() || findings.isEmpty() ? 0 : 1;
      boolean isKnown = hasNull(text.getValue()) || areFormats(findings);
      if (reason.isEmpty() != findings.isEmpty() && !isKnown) {
        differences.add(reason + "\n" + findings + "\n" + text.getValue());
      }
    }
    assertThat(differences).isEmpty();
    assertThat(refused).as("objects that both refuse").isGreaterThan(ENOUGH);
    assertThat(texts.size() - refused).as("objects that one takes").isGreaterThan(ENOUGH);
    System.out.println(texts.size() + " objects, the same verdicts as kubeconform's");
  }

  /** What is null is absent, while kubeconform looks at types alone. */
  private static boolean hasNull(String json) {
    return json.contains(":null");
  }

  /** Kubeconform knows few formats, and none of Kubernetes. */
  private static boolean areFormats(List<Finding> findings) {
    return !findings.isEmpty()
        && findings.stream()
            .allMatch(
                finding ->
                    finding.ruleId().equals("schema-invalid-value")
                        && FORMAT.matcher(finding.message()).find());
  }

  /** One object each by the name of its file, in the folder too; so are the schemas of all. */
  private Map<String, String> texts() throws IOException {
    KubernetesSchemas bundled = KubernetesSchemas.of(version);
    Path folder = Files.createDirectory(schemas.resolve("v" + version + ".0-standalone-strict"));
    Mutants mutants = new Mutants(SEED);
    Map<String, String> texts = new TreeMap<>();
    for (KubernetesObject object : found()) {
      Optional<String> schema = bundled.schema(object.reference().apiVersion(), object.kind());
      ObjectNode json = (ObjectNode) JsonTree.of(object.node());
      if (schema.isEmpty() || Placeholder.isIn(json.toString())) {
        continue;
      }
      Files.writeString(folder.resolve(fileName(object)), schema.get());
      texts.put("%06d.json".formatted(texts.size()), json.toString());
      for (int i = 0; i < MUTANTS; i++) {
        texts.put("%06d.json".formatted(texts.size()), mutants.of(json).toString());
      }
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(objects.resolve(text.getKey()), text.getValue());
    }
    return texts;
  }

  private static String fileName(KubernetesObject object) {
    String apiVersion = object.reference().apiVersion();
    String group = apiVersion.replaceFirst("[./].*", "");
    String suffix =
        apiVersion.contains("/") ? group + apiVersion.replaceFirst(".*/", "-") : apiVersion;
    return (object.kind() + "-" + suffix + ".json").toLowerCase(Locale.ROOT);
  }

  private static List<KubernetesObject> found() {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of(System.getProperty("project.root"), "testdata"));
    String corpus = System.getProperty("corpus");
    if (corpus != null && !corpus.isEmpty()) {
      folders.add(Path.of(corpus));
    }
    Collector collector = new Collector();
    Analyzer.builder()
        .rules(List.of(collector))
        .parallelism(1)
        .build()
        .analyze(FileDiscovery.builder(folders.get(0)).build().discover(folders));
    return collector.objects;
  }

  private Map<String, List<Finding>> ours(Map<String, String> texts) {
    SchemaLocation location = SchemaLocation.parse(LAYOUT, schemas);
    AnalysisResult result =
        Analyzer.builder()
            .rules(SchemaRules.of(Schemas.of(List.of(Optional.of(location)))))
            .selection(RuleSelection.of(Profile.ALL))
            .cluster(ClusterProfile.of(version))
            .build()
            .analyze(
                texts.entrySet().stream()
                    .map(text -> Source.of(text.getKey(), text.getValue()))
                    .toArray(Source[]::new));
    assertThat(result.problems()).isEmpty();
    return result.findings().stream()
        .filter(finding -> RULES.contains(finding.ruleId()))
        .collect(Collectors.groupingBy(finding -> finding.location().file()));
  }

  /**
   * Finds nothing, but keeps the objects: all but definitions of custom resources, whose schemas
   * are judged as schemas too.
   */
  private static final class Collector implements ObjectRule {

    private final List<KubernetesObject> objects = new ArrayList<>();

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("object-collector", "collects objects")
          .category("test")
          .remediation("None.")
          .build();
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      if (!object.kind().equals("CustomResourceDefinition")) {
        objects.add(object);
      }
    }
  }
}
