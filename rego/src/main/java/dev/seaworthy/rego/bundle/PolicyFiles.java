package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.RegoCompiler;
import dev.seaworthy.rego.RegoError;
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

  /** The problems as the compiler would report them: of code {@code rego_load_error}. */
  public List<RegoError> errors() {
    return problems.stream().map(PolicyErrors::of).toList();
  }

  /** A compiler for the modules, with the data. */
  public RegoCompiler.Builder toCompiler() {
    RegoCompiler.Builder compiler = RegoCompiler.builder().data(data);
    for (PolicyModule module : modules) {
      compiler.module(module.file(), module.text(), module.version());
    }
    return compiler;
  }
}
