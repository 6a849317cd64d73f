package dev.seaworthy.rego.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rule.ObjectRule;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.source.FileDiscovery;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundled policies give the same answers in the engine as in OPA itself, for each object of
 * {@code testdata/} and, with {@code -Dcorpus=DIR}, of a folder of real manifests.
 */
class OpaDifferentialTest {

  private static final String RULES = "data.seaworthy.rules";

  @TempDir private Path folder;

  @Test
  void opaGivesTheSameAnswers() throws Exception {
    Optional<Opa> opa = Opa.onPath(folder);
    assumeThat(opa).as("needs the program 'opa' on the path, to compare with").isPresent();
    Map<String, String> modules = modules();
    RegoObject data = BundledPolicies.withFacts(RegoObject.EMPTY);
    List<RegoObject> inputs = inputs();

    List<RegoValue> theirs = opa.get().evaluate(modules, data, RULES, inputs);

    RegoCompiler.Builder compiler = RegoCompiler.builder().data(data);
    modules.forEach(compiler::module);
    PreparedQuery query = compiler.compile().query(RULES);
    assertThat(theirs).hasSameSizeAs(inputs).isNotEmpty();
    assertThat(theirs).as("findings").anyMatch(value -> value.toString().contains("message"));
    for (int i = 0; i < inputs.size(); i++) {
      RegoValue ours = query.value(inputs.get(i)).orElseThrow();
      assertThat(RegoJson.parse(RegoText.json(ours)))
          .as("%s", inputs.get(i))
          .isEqualTo(theirs.get(i));
    }
    System.out.println(inputs.size() + " inputs, the same answers as opa's");
  }

  private static Map<String, String> modules() throws IOException, URISyntaxException {
    Map<String, String> modules = new TreeMap<>();
    for (String resources : List.of("lib", "policies")) {
      Path path =
          Path.of(
              OpaDifferentialTest.class.getResource("/dev/seaworthy/rego/" + resources).toURI());
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          modules.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return modules;
  }

  private static List<RegoObject> inputs() {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of(System.getProperty("project.root"), "testdata"));
    String corpus = System.getProperty("corpus");
    if (corpus != null && !corpus.isEmpty()) {
      folders.add(Path.of(corpus));
    }
    InputCollector collector = new InputCollector();
    Analyzer.builder()
        .rules(List.of(collector))
        .parallelism(1)
        .build()
        .analyze(FileDiscovery.builder(folders.get(0)).build().discover(folders));
    return collector.inputs;
  }

  /** Finds nothing, but keeps what policies are given. */
  private static final class InputCollector implements ObjectRule {

    private final List<RegoObject> inputs = new ArrayList<>();

    @Override
    public RuleMetadata metadata() {
      return RuleMetadata.builder("input-collector", "collects inputs")
          .category("test")
          .remediation("None.")
          .build();
    }

    @Override
    public void check(KubernetesObject object, Violations violations) {
      inputs.addAll(PolicyInput.of(object).inputs());
    }
  }
}
