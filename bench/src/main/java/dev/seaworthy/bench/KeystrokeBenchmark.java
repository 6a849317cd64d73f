package dev.seaworthy.bench;

import dev.seaworthy.engine.AnalysisResult;
import dev.seaworthy.engine.Analyzer;
import dev.seaworthy.rego.policy.BundledPolicies;
import dev.seaworthy.rules.JavaRules;
import dev.seaworthy.source.Source;
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

/** An editor's keystroke: one manifest of about 300 lines, analysed again. Gives percentiles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class KeystrokeBenchmark {

  private final byte[] bytes = Manifests.stream(4).getBytes(StandardCharsets.UTF_8);
  private final Analyzer analyzer =
      Analyzer.builder().rules(JavaRules.all()).rules(BundledPolicies.rules()).build();

  @Benchmark
  public AnalysisResult reanalyse() {
    return analyzer.analyze(Source.of("manifest.yaml", bytes));
  }
}
