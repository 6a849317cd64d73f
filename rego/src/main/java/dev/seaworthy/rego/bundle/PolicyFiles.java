package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.source.Problem;
import java.util.List;

/**
 * What a {@link PolicyReader} read. Immutable.
 *
 * @param modules the files of Rego, sorted by name, each name once
 * @param data the base document of {@code data}: all data files merged
 * @param wasm the bundles that were compiled to WebAssembly; their data is not in {@code data}
 * @param problems what could not be read, of kind {@code policy-error}; all the rest was
 */
public record PolicyFiles(
    List<PolicyModule> modules, RegoObject data, List<WasmBundle> wasm, List<Problem> problems) {

  public PolicyFiles {
    modules = List.copyOf(modules);
    wasm = List.copyOf(wasm);
    problems = List.copyOf(problems);
  }
}
