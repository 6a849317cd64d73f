package dev.seaworthy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.seaworthy.helm.chart.ChartLimits;
import dev.seaworthy.helm.chart.ChartLoader;
import dev.seaworthy.helm.chart.Loaded;
import dev.seaworthy.helm.render.EngineLimits;
import dev.seaworthy.helm.render.HelmEngine;
import dev.seaworthy.helm.render.NativeLibrary;
import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.source.Discovery;
import dev.seaworthy.source.RenderedText;
import dev.seaworthy.source.Rendering;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import dev.seaworthy.yaml.YamlSequence;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What charts render to is, object by object, what {@code helm template} makes of them, hooks
 * included: the charts of testdata, and those of {@code -Dcorpus=DIR}.
 */
class HelmDifferentialTest {

  private static final Path TESTDATA = Path.of("..", "testdata", "charts");

  @TempDir private static Path temporary;
  private static HelmEngine engine;

  @BeforeAll
  static void start() {
    engine =
        HelmEngine.isolated(
            NativeLibrary.cached(temporary.resolve("library")), EngineLimits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  static List<Path> charts() throws IOException {
    List<Path> charts = new ArrayList<>(folders(TESTDATA));
    String corpus = System.getProperty("corpus", "");
    if (!corpus.isEmpty()) {
      charts.addAll(folders(Path.of(corpus, "charts")));
    }
    return charts;
  }

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("Chart.yaml")))
          .map(folder -> folder.toAbsolutePath().normalize())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("charts")
  void objectsAreThoseOfHelm(Path chart) throws Exception {
    assumeTrue(engine.version().isPresent(), "no engine for this platform");
    Optional<Path> helm = helm();
    assumeTrue(helm.isPresent(), "no helm on the path");
    Loaded loaded = new ChartLoader(ChartLimits.DEFAULT).load(chart, "chart", chart.getParent());
    Discovery discovery = HelmSource.of(chart).render(engine);
    assertThat(discovery.problems()).isEmpty();
    Rendering rendering = discovery.renderings().get(0);
    for (Scenario scenario :
        ChartScenarios.DEFAULT.of(loaded.chart().orElseThrow(), loaded.ciValues())) {
      TreeMap<String, Set<String>> once = helm(helm.get(), chart, scenario);
      TreeMap<String, Set<String>> again = helm(helm.get(), chart, scenario);
      TreeMap<String, Set<String>> ours = new TreeMap<>();
      for (RenderedText text : rendering.texts()) {
        if (text.scenarios().contains(scenario.name())) {
          objects(text.text()).forEach(object -> put(ours, object));
        }
      }
      boolean randomNames = !once.keySet().equals(again.keySet());
      if (randomNames) {
        assertThat(ours).as("objects in " + scenario.name()).hasSameSizeAs(once);
        ours.keySet().retainAll(once.keySet());
      }
      assertThat(once.keySet()).as("objects in " + scenario.name()).containsAll(ours.keySet());
      assertThat(randomNames || ours.size() == once.size()).isTrue();
      ours.forEach(
          (name, objects) -> {
            boolean random = !once.get(name).equals(again.getOrDefault(name, Set.of()));
            if (!random) {
              assertThat(objects).as(name + " in " + scenario.name()).isEqualTo(once.get(name));
            }
          });
    }
  }

  private static Optional<Path> helm() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "helm"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static TreeMap<String, Set<String>> helm(Path helm, Path chart, Scenario scenario)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                helm.toString(),
                "template",
                scenario.releaseName(),
                chart.toString(),
                "--namespace",
                scenario.namespace(),
                "--kube-version",
                KubernetesVersion.LATEST.toString()));
    for (SourceText values : scenario.values()) {
      Path file = Files.createTempFile(temporary, "values", ".yaml");
      command.addAll(List.of("-f", Files.writeString(file, values.text()).toString()));
    }
    Path output = Files.createTempFile(temporary, "output", ".yaml");
    Path errors = Files.createTempFile(temporary, "errors", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    TreeMap<String, Set<String>> objects = new TreeMap<>();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    objects(new SourceText("helm", text)).forEach(object -> put(objects, object));
    return objects;
  }

  private static void put(TreeMap<String, Set<String>> objects, YamlMapping object) {
    String name = shown(object.entry("kind").orElseThrow().value()) + " " + name(object);
    objects.computeIfAbsent(name, unused -> new TreeSet<>()).add(shown(object));
  }

  private static String name(YamlMapping object) {
    return object
        .entry("metadata")
        .map(metadata -> metadata.value().resolved())
        .filter(YamlMapping.class::isInstance)
        .flatMap(metadata -> ((YamlMapping) metadata).entry("name"))
        .map(name -> shown(name.value()))
        .orElse("");
  }

  private static List<YamlMapping> objects(SourceText text) {
    return YamlReader.read(text).documents().stream()
        .map(YamlDocument::root)
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .toList();
  }

  /** Keys in their order of names, scalars with their types: as it was sent to a cluster. */
  private static String shown(YamlNode node) {
    YamlNode resolved = node.resolved();
    if (resolved instanceof YamlMapping mapping) {
      TreeMap<String, String> members = new TreeMap<>();
      mapping.entries().forEach(entry -> members.put(entry.name(), shown(entry.value())));
      return members.toString();
    }
    if (resolved instanceof YamlSequence sequence) {
      return sequence.items().stream().map(HelmDifferentialTest::shown).toList().toString();
    }
    YamlScalar scalar = (YamlScalar) resolved;
    return scalar.type() + ":" + scalar.text();
  }
}
