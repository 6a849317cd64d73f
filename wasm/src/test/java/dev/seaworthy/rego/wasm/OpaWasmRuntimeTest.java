package dev.seaworthy.rego.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.bundle.WasmRuntime;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OpaWasmRuntimeTest {

  private static final WasmLimits SMALL =
      new WasmLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), 8 << 20);

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(WasmRuntime.class))
        .hasExactlyElementsOfTypes(OpaWasmRuntime.class);
  }

  @Test
  void knowsItsEntryPoints() throws Exception {
    WasmPolicy policy = Fixture.load(WasmLimits.DEFAULT);

    assertThat(policy.entrypoints()).contains("workload/deny", "heavy/loop").hasSize(9);
    assertThatThrownBy(() -> policy.evaluate("workload/other", RegoObject.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no entry point: workload/other");
  }

  @Test
  void severalThreadsGetWhatOneGets() throws Exception {
    WasmPolicy policy = Fixture.load(WasmLimits.DEFAULT);
    RegoValue input = Fixture.json(Fixture.text("inputs/findings.json"));
    Optional<RegoValue> alone = policy.evaluate("workload/findings", input);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Optional<RegoValue>>> answers = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        answers.add(threads.submit(() -> policy.evaluate("workload/findings", input)));
      }
      for (Future<Optional<RegoValue>> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void stopsWhatTakesTooLong() throws Exception {
    WasmPolicy policy =
        Fixture.load(new WasmLimits(Duration.ofMinutes(1), Duration.ofMillis(100), 128 << 20));

    assertFails(policy, "heavy/loop", "eval_budget_error", "takes longer than 100 ms to evaluate");
  }

  @Test
  void boundsTheMemory() throws Exception {
    WasmPolicy policy = Fixture.load(SMALL);

    assertFails(policy, "heavy/memory", "eval_internal_error", "failed: ");
    assertThat(policy.evaluate("workload/broken", RegoObject.EMPTY)).isEmpty();
  }

  @Test
  void anInputThatDoesNotFitIsAnError() throws Exception {
    WasmPolicy policy = Fixture.load(SMALL);
    RegoValue input = RegoValue.of(Map.of("text", "x".repeat(9 << 20)));

    assertThatExceptionOfType(RegoException.class)
        .isThrownBy(() -> policy.evaluate("workload/deny", input))
        .withMessageContaining("has no room for the input in its memory");
  }

  @Test
  void refusesMoreMemoryThanIsAllowed() {
    WasmLimits little = new WasmLimits(Duration.ofMinutes(1), Duration.ofSeconds(1), 1 << 16);

    assertThatExceptionOfType(RegoException.class)
        .isThrownBy(() -> Fixture.load(little))
        .withMessage("eval_budget_error: '%s' needs more than 65536 bytes of memory", Fixture.FILE);
  }

  @Test
  void whatIsNestedTooDeeplyIsAnError() throws Exception {
    WasmPolicy policy = Fixture.load(WasmLimits.DEFAULT);
    RegoValue input = RegoValue.of(Map.of("depth", 100_000));

    assertThatExceptionOfType(RegoException.class)
        .isThrownBy(() -> policy.evaluate("heavy/deep", input));
  }

  @Test
  void anInterruptedThreadStopsWaitingAndOthersGoOn() throws Exception {
    WasmPolicy policy = Fixture.load(WasmLimits.DEFAULT);

    Thread.currentThread().interrupt();

    assertFails(policy, "heavy/loop", "eval_cancel_error", "was cancelled");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(policy.evaluate("workload/broken", RegoObject.EMPTY)).isEmpty();
  }

  @Test
  void aBuiltinThatIsNotThereIsNamed() {
    byte[] module = replaced(Fixture.bytes("policy.wasm"), "semver.compare", "semver.compete");

    assertThatExceptionOfType(RegoException.class)
        .isThrownBy(() -> Fixture.load(module, WasmLimits.DEFAULT))
        .withMessage(
            "wasm_module_error: '%s' calls the built-in 'semver.compete': there is no such function",
            Fixture.FILE);
  }

  @Test
  void whatIsNoModuleIsAnError() {
    byte[] module = Fixture.bytes("policy.wasm");

    assertIsInvalid(new byte[0], "is no WebAssembly module");
    assertIsInvalid("package app".getBytes(StandardCharsets.UTF_8), "is no WebAssembly module");
    assertIsInvalid(Arrays.copyOf(module, module.length / 2), "is no WebAssembly module");
    assertIsInvalid(
        new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}, "is no policy that 'opa build -t wasm' made");
  }

  private static void assertIsInvalid(byte[] module, String reason) {
    assertThatExceptionOfType(RegoException.class)
        .isThrownBy(() -> Fixture.load(module, WasmLimits.DEFAULT))
        .withMessageStartingWith("wasm_module_error: '%s' %s", Fixture.FILE, reason);
  }

  private static void assertFails(
      WasmPolicy policy, String entrypoint, String code, String reason) {
    assertThatExceptionOfType(RegoException.class)
        .isThrownBy(() -> policy.evaluate(entrypoint, RegoObject.EMPTY))
        .withMessageStartingWith("%s: '%s' %s", code, Fixture.FILE, reason);
  }

  private static byte[] replaced(byte[] module, String name, String other) {
    String text = new String(module, StandardCharsets.ISO_8859_1);
    return text.replace(name, other).getBytes(StandardCharsets.ISO_8859_1);
  }
}
