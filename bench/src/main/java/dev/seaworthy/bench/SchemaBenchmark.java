package dev.seaworthy.bench;

import dev.seaworthy.model.KubernetesVersion;
import dev.seaworthy.schema.KubernetesSchemas;
import dev.seaworthy.schema.validate.CompiledSchema;
import dev.seaworthy.schema.validate.SchemaProblem;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlDocument;
import dev.seaworthy.yaml.YamlMapping;
import dev.seaworthy.yaml.YamlNode;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlScalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Holding objects against their schemas, beside parsing the same texts: 100 Deployments and 100
 * Services, or with {@code -Dcorpus=DIR} the YAML files of a folder that hold objects of known
 * kinds.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class SchemaBenchmark {

  private final List<SourceText> texts = new ArrayList<>();
  private final List<Judged> objects = new ArrayList<>();
  private final Map<String, Optional<CompiledSchema>> schemas = new HashMap<>();

  private record Judged(CompiledSchema schema, YamlNode object) {}

  @Setup
  public void read() throws IOException, SchemaProblem {
    String corpus = System.getProperty("corpus");
    if (corpus == null) {
      texts.add(new SourceText("stream.yaml", Manifests.stream(100)));
    } else {
      readFiles(Path.of(corpus));
    }
    List<SourceText> without = new ArrayList<>();
    for (SourceText text : texts) {
      int before = objects.size();
      for (YamlDocument document : YamlReader.read(text).documents()) {
        if (document.root() instanceof YamlMapping object) {
          schema(object).ifPresent(schema -> objects.add(new Judged(schema, object)));
        }
      }
      if (objects.size() == before) {
        without.add(text);
      }
    }
    texts.removeAll(without);
    System.out.printf("%d texts, %d objects%n", texts.size(), objects.size());
  }

  private void readFiles(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (!text.contains("{{")) {
        texts.add(new SourceText(file.toString(), text));
      }
    }
  }

  private Optional<CompiledSchema> schema(YamlMapping object) throws SchemaProblem {
    String apiVersion = text(object, "apiVersion");
    String kind = text(object, "kind");
    String key = apiVersion + " " + kind;
    if (!schemas.containsKey(key)) {
      Optional<String> text =
          KubernetesSchemas.of(KubernetesVersion.LATEST).schema(apiVersion, kind);
      schemas.put(
          key, text.isPresent() ? Optional.of(CompiledSchema.of(text.get())) : Optional.empty());
    }
    return schemas.get(key);
  }

  private static String text(YamlMapping object, String name) {
    return object
        .entry(name)
        .map(entry -> entry.value().resolved())
        .filter(YamlScalar.class::isInstance)
        .map(value -> ((YamlScalar) value).text())
        .orElse("");
  }

  @Benchmark
  public void parse(Blackhole hole) {
    texts.forEach(text -> hole.consume(YamlReader.read(text)));
  }

  @Benchmark
  public void validate(Blackhole hole) throws SchemaProblem {
    for (Judged judged : objects) {
      hole.consume(judged.schema().validate(judged.object()));
    }
  }
}
