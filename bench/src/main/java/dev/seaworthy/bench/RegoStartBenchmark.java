package dev.seaworthy.bench;

import com.styra.opa.wasm.OpaPolicy;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/**
 * Until the first answer can be given. Single shots are what a fresh JVM takes; with warm-up and
 * {@code -bm avgt} it is what a JVM takes that has done it before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
public class RegoStartBenchmark {

  private Map<String, String> texts;
  private byte[] module;

  @Setup
  public void read() throws Exception {
    texts = Policies.bundled();
    module = Policies.bytes(Policies.FIXTURE + "policy.wasm");
  }

  /** Parses and compiles all bundled policies. */
  @Benchmark
  public PreparedQuery compileBundled() throws RegoException {
    return Policies.compile(texts).query("data.seaworthy.rules");
  }

  @Benchmark
  public OpaPolicy loadSdk() {
    return OpaPolicy.builder().withPolicy(module).build();
  }
}
