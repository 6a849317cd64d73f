package dev.seaworthy.rego.wasm;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import dev.seaworthy.rego.builtin.BuiltinContext;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What a built-in has that a module calls: no clock and no randomness, but an end. */
final class HostContext implements BuiltinContext {

  private final Map<Object, Object> cache = new HashMap<>();

  @Override
  public void spend(long steps) {
    if (Thread.currentThread().isInterrupted()) {
      throw new ChicoryInterruptedException("a built-in was interrupted");
    }
  }

  @Override
  public Optional<Long> now() {
    return Optional.empty();
  }

  @Override
  public Optional<RandomGenerator> random() {
    return Optional.empty();
  }

  @Override
  public RegoValue runtime() {
    return RegoObject.EMPTY;
  }

  @Override
  public Map<Object, Object> cache() {
    return cache;
  }
}
