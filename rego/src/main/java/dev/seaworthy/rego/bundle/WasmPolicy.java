package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.value.RegoValue;
import java.util.Optional;
import java.util.Set;

/** A policy in WebAssembly that is ready to be asked. Safe for any number of threads. */
public interface WasmPolicy {

  /** The paths that can be asked, such as {@code app/deny}, as the module itself says. */
  Set<String> entrypoints();

  /**
   * Evaluates a document of the policy.
   *
   * @param entrypoint one of {@link #entrypoints()}
   * @param input the document {@code input}
   * @return its value; empty if it is undefined
   * @throws RegoException if the evaluation fails or goes beyond a limit
   * @throws IllegalArgumentException if there is no such entry point
   */
  Optional<RegoValue> evaluate(String entrypoint, RegoValue input) throws RegoException;
}
