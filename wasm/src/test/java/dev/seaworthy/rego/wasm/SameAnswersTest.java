package dev.seaworthy.rego.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import com.styra.opa.wasm.OpaPolicy;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoSet;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A policy means the same as source in the engine, as Wasm here, and as Wasm in OPA's SDK. */
class SameAnswersTest {

  private static final String[] INPUTS = {
    "clean.json", "findings.json", "several-containers.json", "no-containers.json"
  };

  private static final RegoString RESULT = new RegoString("result");

  private static WasmPolicy policy;
  private static OpaPolicy sdk;

  @BeforeAll
  static void load() throws Exception {
    policy = Fixture.load(WasmLimits.DEFAULT);
    sdk = OpaPolicy.builder().withPolicy(Fixture.bytes("policy.wasm")).build();
    sdk.data(Fixture.text("policy/data.json"));
  }

  static Stream<Arguments> questions() {
    return on("deny", "findings", "summary", "details", "allow", "broken");
  }

  /** What the SDK can answer without built-ins that others bring. */
  static Stream<Arguments> questionsToTheSdk() {
    return on("deny", "summary", "allow", "broken");
  }

  private static Stream<Arguments> on(String... rules) {
    return Stream.of(rules)
        .map("workload/"::concat)
        .flatMap(name -> Arrays.stream(INPUTS).map(input -> Arguments.of(name, input)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void inTheEngineAndAsWasm(String entrypoint, String file) throws Exception {
    RegoValue input = Fixture.json(Fixture.text("inputs/" + file));

    Optional<RegoValue> expected = Fixture.interpreted(entrypoint, input);

    assertThat(policy.evaluate(entrypoint, input)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("questionsToTheSdk")
  void inTheEngineAndInTheSdk(String entrypoint, String file) throws Exception {
    String input = Fixture.text("inputs/" + file);
    Optional<RegoValue> expected = Fixture.interpreted(entrypoint, Fixture.json(input));

    RegoArray solutions = (RegoArray) Fixture.json(sdk.entrypoint(entrypoint).evaluate(input));

    Optional<RegoValue> answer =
        solutions.items().stream().findFirst().map(solution -> solution.at(RESULT));
    assertThat(answer.map(SameAnswersTest::unordered))
        .isEqualTo(expected.map(SameAnswersTest::unordered));
  }

  /** The SDK gives JSON, in which a set is an array in any order. */
  private static RegoValue unordered(RegoValue value) {
    if (value instanceof RegoArray array) {
      return RegoSet.of(array.items().stream().map(SameAnswersTest::unordered).toList());
    }
    if (!(value instanceof RegoObject object)) {
      return value;
    }
    RegoObject.Builder members = RegoObject.builder();
    object.keys().forEach(key -> members.put(key, unordered(object.get(key))));
    return members.build();
  }
}
