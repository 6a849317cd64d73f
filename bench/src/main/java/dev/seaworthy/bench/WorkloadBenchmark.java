package dev.seaworthy.bench;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.engine.RuleSelection;
import dev.seaworthy.podsecurity.PodSecurityLevel;
import dev.seaworthy.podsecurity.PodSecurityVersion;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rule.Profile;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.rules.podsecurity.PodSecurityRules;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the rules of a profile cost for so many workloads, beside reading the text: nothing may grow
 * faster than the workloads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class WorkloadBenchmark {

  @Param({"1", "10", "100", "1000"})
  private int workloads;

  private String text;
  private byte[] bytes;
  private final Analyzer recommended = analyzer(Profile.RECOMMENDED);
  private final Analyzer strict = analyzer(Profile.STRICT);
  private final Analyzer all = analyzer(Profile.ALL);

  @Setup
  public void write() {
    text = Manifests.stream(workloads);
    bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /** All rules with those of Pod Security, which only the profile {@code all} runs. */
  private static Analyzer analyzer(Profile profile) {
    return Analyzer.builder()
        .rules(JavaRules.all())
        .rules(BundledPolicies.rules())
        .rules(PodSecurityRules.of(PodSecurityLevel.RESTRICTED, PodSecurityVersion.LATEST))
        .selection(RuleSelection.of(profile))
        .parallelism(1)
        .build();
  }

  @Benchmark
  public YamlStream referenceReading() {
    return YamlReader.read(new SourceText("stream.yaml", text));
  }

  @Benchmark
  public AnalysisResult recommended() {
    return recommended.analyze(Source.of("stream.yaml", bytes));
  }

  @Benchmark
  public AnalysisResult strict() {
    return strict.analyze(Source.of("stream.yaml", bytes));
  }

  @Benchmark
  public AnalysisResult all() {
    return all.analyze(Source.of("stream.yaml", bytes));
  }
}
