package dev.seaworthy.config;

import static dev.seaworthy.config.ConfigurationFixture.FILE;
import static dev.seaworthy.config.ConfigurationFixture.REPOSITORY;
import static dev.seaworthy.config.ConfigurationFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.IgnorePolicy;
import dev.seaworthy.engine.TestRules;
import dev.seaworthy.rule.ParameterValue;
import dev.seaworthy.rule.RuleCatalog;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.RuleParameter;
import dev.seaworthy.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples in the pages on configuration and suppressions work. */
class DocumentationTest {

  private static final Pattern YAML_BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  @Test
  void everyExampleOfAConfigurationIsAccepted() throws Exception {
    List<String> examples = examples("config.md");
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      assertThat(reader().read(FILE, example)).isNotEqualTo(Configuration.DEFAULT);
    }
  }

  @Test
  void everyKeyHasAnExample() throws IOException {
    String examples = String.join("\n", examples("config.md")) + examples("suppressing.md");
    JsonNode schema =
        JsonMapper.shared().readTree(Files.readString(docs("schema/seaworthy.schema.json")));
    Set<String> keys = new TreeSet<>();
    schema.findValues("properties").forEach(properties -> keys.addAll(properties.propertyNames()));

    assertThat(keys).hasSizeGreaterThan(15).allMatch(key -> examples.contains(key + ":"));
  }

  @Test
  void everyExampleOfASuppressionInAManifestSuppresses() throws IOException {
    List<String> manifests =
        examples("suppressing.md").stream().filter(text -> text.startsWith("apiVersion")).toList();

    assertThat(manifests).hasSize(2);
    for (String manifest : manifests) {
      AnalysisResult shown = analyse(IgnorePolicy.NONE, Source.of("driver.yaml", manifest));
      AnalysisResult result = analyse(IgnorePolicy.DEFAULT, Source.of("driver.yaml", manifest));
      assertThat(result.findings()).isEmpty();
      assertThat(result.suppressed()).hasSize(2).hasSameSizeAs(shown.findings());
    }
  }

  @Test
  void theExampleOfASuppressionInTheConfigurationSuppresses() throws IOException {
    List<String> examples = examples("suppressing.md");
    String configuration = examples.get(examples.size() - 1);
    String manifest =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: driver, namespace: kube-system}
        spec:
          template:
            spec:
              hostPID: %s
              initContainers:
                - {name: loader, securityContext: {privileged: %s}}
        """;

    AnalysisResult result =
        analyse(
            new IgnorePolicy(true, read(configuration).ignores(), Optional.empty()),
            Source.of("vendor/driver/daemonset.yaml", manifest.formatted(false, true)),
            Source.of("testdata/daemonset.yaml", manifest.formatted(true, false)));

    assertThat(result.findings()).isEmpty();
    assertThat(result.suppressed())
        .extracting(hidden -> hidden.suppression().reason())
        .containsExactly("never deployed", "the vendor's chart has no other way");
  }

  @Test
  void everyFindingAboutSuppressionsIsExplained() throws IOException {
    String page = Files.readString(docs("suppressing.md"));

    assertThat(Analyzer.catalogOf(List.of()).rules())
        .isNotEmpty()
        .allMatch(rule -> page.contains("| `" + rule.id() + "` |"));
  }

  /** The test rules, and the names of others that examples speak of. */
  private static ConfigurationReader reader() {
    List<RuleMetadata> rules = new ArrayList<>(Analyzer.catalogOf(TestRules.ALL).rules());
    for (String id : List.of("host-network", "host-port", "writable-root-filesystem")) {
      rules.add(
          RuleMetadata.builder(id, "something").category("test").remediation("Mend it.").build());
    }
    rules.add(
        RuleMetadata.builder("registry-not-allowed", "something")
            .category("test")
            .remediation("Mend it.")
            .parameters(
                new RuleParameter("registries", "what is", new ParameterValue.Texts(List.of())))
            .build());
    return new ConfigurationReader(new RuleCatalog(rules), REPOSITORY, List.of());
  }

  private static AnalysisResult analyse(IgnorePolicy ignores, Source... sources) {
    return Analyzer.builder().rules(TestRules.ALL).ignores(ignores).build().analyze(sources);
  }

  private static List<String> examples(String page) throws IOException {
    return YAML_BLOCK
        .matcher(Files.readString(docs(page)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static Path docs(String file) {
    return Path.of(System.getProperty("project.root"), "docs", file);
  }
}
