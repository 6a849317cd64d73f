package dev.seaworthy.bench;

import dev.seaworthy.rego.CompiledPolicy;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Map;
import java.util.Optional;
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

/** More policies, and larger inputs: the cost of each stays the same. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RegoScaleBenchmark {

  /** So many policies over one Deployment. */
  @State(Scope.Benchmark)
  public static class PolicySet {

    @Param({"1", "2", "4", "8", "16", "32", "64"})
    private int policies;

    private Map<String, String> texts;
    private PreparedQuery query;
    private RegoValue input;

    @Setup
    public void load() throws Exception {
      texts = Policies.copies(policies);
      query = Policies.compile(texts).query("data.workloads");
      input = Policies.deployment();
    }
  }

  /** One policy over a Deployment with so many times two containers. */
  @State(Scope.Benchmark)
  public static class InputSize {

    @Param({"1", "2", "4", "8", "16", "32", "64"})
    private int times;

    private PreparedQuery query;
    private RegoValue input;

    @Setup
    public void load() throws Exception {
      query = Policies.compile(Policies.copies(1)).query("data.workloads");
      input = Policies.deployment(times);
    }
  }

  @Benchmark
  public CompiledPolicy compile(PolicySet set) throws RegoException {
    return Policies.compile(set.texts);
  }

  @Benchmark
  public Optional<RegoValue> evaluatePolicies(PolicySet set) throws RegoException {
    return set.query.value(set.input);
  }

  @Benchmark
  public Optional<RegoValue> evaluateInput(InputSize size) throws RegoException {
    return size.query.value(size.input);
  }
}
