package dev.seaworthy.rego.wasm;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.bundle.WasmLimits;
import dev.seaworthy.rego.bundle.WasmPolicy;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** A policy for any number of threads: each evaluation has an instance to itself. */
final class InstancePool implements WasmPolicy {

  private final String file;
  private final CompiledModule module;
  private final Workers workers;
  private final WasmLimits limits;
  private final Map<String, Integer> entrypoints;
  private final Deque<PolicyInstance> idle = new ConcurrentLinkedDeque<>();

  /** As many instances as can run at once: each has its memory. */
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());

  InstancePool(String file, CompiledModule module, Workers workers, WasmLimits limits)
      throws RegoException {
    this.file = file;
    this.module = module;
    this.workers = workers;
    this.limits = limits;
    PolicyInstance first = module.instantiate();
    this.entrypoints = Map.copyOf(first.entrypoints());
    idle.push(first);
  }

  @Override
  public Set<String> entrypoints() {
    return entrypoints.keySet();
  }

  @Override
  public Optional<RegoValue> evaluate(String entrypoint, RegoValue input) throws RegoException {
    Integer number = entrypoints.get(entrypoint);
    if (number == null) {
      throw new IllegalArgumentException("no entry point: " + entrypoint);
    }
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WasmErrors.cancelled(file);
    }
    try {
      return workers.call(file, "to evaluate", limits.evaluation(), () -> evaluate(number, input));
    } finally {
      places.release();
    }
  }

  /** An instance that fails is not used again: nobody knows what is in its memory. */
  private Optional<RegoValue> evaluate(int entrypoint, RegoValue input) throws RegoException {
    PolicyInstance waiting = idle.poll();
    PolicyInstance instance = waiting == null ? module.instantiate() : waiting;
    Optional<RegoValue> value = instance.evaluate(entrypoint, input);
    idle.push(instance);
    return value;
  }
}
