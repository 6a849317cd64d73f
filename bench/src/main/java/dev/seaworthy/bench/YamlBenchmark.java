package dev.seaworthy.bench;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.source.Source;
import dev.seaworthy.source.SourceText;
import dev.seaworthy.yaml.YamlReader;
import dev.seaworthy.yaml.YamlStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

/**
 * One thread, one stream of 200 Deployments and 200 Services: text to nodes, and text to findings,
 * beside snakeyaml-engine's bare composing of the same text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class YamlBenchmark {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();

  private final String text = Manifests.stream(200);
  private final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
  private final Analyzer analyzer =
      Analyzer.builder()
          .rules(JavaRules.all())
          .rules(BundledPolicies.rules())
          .parallelism(1)
          .build();

  @Benchmark
  public void referenceCompose(Blackhole hole) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    new Compose(SETTINGS).composeAllFromString(decoded).forEach(hole::consume);
  }

  @Benchmark
  public YamlStream nodes() {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    return YamlReader.read(new SourceText("stream.yaml", decoded));
  }

  @Benchmark
  public AnalysisResult wholeAnalysis() {
    return analyzer.analyze(Source.of("stream.yaml", bytes));
  }
}
