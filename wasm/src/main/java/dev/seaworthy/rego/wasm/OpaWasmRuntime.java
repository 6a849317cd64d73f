package dev.seaworthy.rego.wasm;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.WasmBundle;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.bundle.WasmRuntime;

/** Runs policies that {@code opa build -t wasm} made. */
public final class OpaWasmRuntime implements WasmRuntime {

  private final Workers workers = new Workers();

  @Override
  public WasmPolicy load(WasmBundle bundle, WasmLimits limits) throws RegoException {
    return workers.call(
        bundle.file(),
        "to load",
        limits.load(),
        () -> {
          CompiledModule module = CompiledModule.of(bundle, limits);
          return new InstancePool(bundle.file(), module, workers, limits);
        });
  }
}
