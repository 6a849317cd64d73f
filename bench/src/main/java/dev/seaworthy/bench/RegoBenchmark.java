package dev.seaworthy.bench;

import com.styra.opa.wasm.OpaPolicy;
import dev.seaworthy.rego.PreparedQuery;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoText;
import dev.seaworthy.rego.value.RegoValue;
import java.text.ParseException;
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

/** One evaluation of a policy over a Deployment: the engine, and beside it the OPA Java SDK. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class RegoBenchmark {

  @Param({"deny", "summary"})
  private String rule;

  private RegoValue input;
  private String json;
  private PreparedQuery query;
  private OpaPolicy sdk;

  @Setup
  public void load() throws Exception {
    input = Policies.deployment();
    json = RegoText.json(input);
    String policy = Policies.text(Policies.FIXTURE + "policy/workload.rego");
    query = Policies.compile(Map.of("workload.rego", policy)).query("data.workload." + rule);
    sdk = OpaPolicy.builder().withPolicy(Policies.bytes(Policies.FIXTURE + "policy.wasm")).build();
    sdk.data(Policies.text(Policies.FIXTURE + "policy/data.json"));
    sdk.entrypoint("workload/" + rule);
  }

  /** As an analysis does it: the input comes from the model. */
  @Benchmark
  public Optional<RegoValue> engine() throws RegoException {
    return query.value(input);
  }

  /** The input as text, which is all that the SDK takes. */
  @Benchmark
  public Optional<RegoValue> engineFromJson() throws RegoException, ParseException {
    return query.value(RegoJson.parse(json));
  }

  @Benchmark
  public String sdk() {
    return sdk.evaluate(json);
  }
}
