package dev.seaworthy.rego.wasm;

import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.value.RegoJson;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The policy of the tests, in both forms. */
final class Fixture {

  static final String FILE = "bundle.tar.gz!/policy.wasm";

  private Fixture() {}

  static WasmPolicy load(WasmLimits limits) throws RegoException {
    return load(bytes("policy.wasm"), limits);
  }

  static WasmPolicy load(byte[] module, WasmLimits limits) throws RegoException {
    return new OpaWasmRuntime().load(new WasmBundle(FILE, module, List.of(), data()), limits);
  }

  static RegoObject data() {
    return (RegoObject) json(text("policy/data.json"));
  }

  /** What the same policy gives as source, in the engine. */
  static Optional<RegoValue> interpreted(String entrypoint, RegoValue input) throws RegoException {
    return RegoCompiler.builder()
        .module("workload.rego", text("policy/workload.rego"))
        .data(data())
        .compile()
        .query("data." + entrypoint.replace('/', '.'))
        .value(input);
  }

  static RegoValue json(String text) {
    try {
      return RegoJson.parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String resource) {
    try (InputStream in = Fixture.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
