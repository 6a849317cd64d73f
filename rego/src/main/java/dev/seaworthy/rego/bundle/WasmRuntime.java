package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.RegoException;

/**
 * Runs policies that were compiled to WebAssembly. Found by {@link java.util.ServiceLoader}: the
 * artifact {@code seaworthy-rego-wasm} brings one, so that what it needs reaches only those who
 * take it. Safe for several threads.
 */
public interface WasmRuntime {

  /**
   * Loads a policy. That takes a while: the module is compiled once, for all evaluations.
   *
   * @param bundle the module and its data; the module is not trusted
   * @param limits what the module may use
   * @throws RegoException if the module is no policy, or needs a built-in that is not there
   */
  WasmPolicy load(WasmBundle bundle, WasmLimits limits) throws RegoException;
}
