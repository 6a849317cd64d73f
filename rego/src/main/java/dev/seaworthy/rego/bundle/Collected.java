package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.Problem;
import dev.seaworthy.source.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@link PolicyFiles} in the making. */
final class Collected {

  private final SortedMap<String, PolicyModule> modules = new TreeMap<>();
  private final DataTree data = new DataTree();
  private final List<WasmBundle> wasm = new ArrayList<>();
  private final SortedSet<Problem> problems = new TreeSet<>();

  /** Reads one file or bundle. */
  @FunctionalInterface
  interface Reading {
    void read() throws UnreadableException;
  }

  /** What one file or bundle lacks does not keep others from being read. */
  void attempt(Reading reading) {
    try {
      reading.read();
    } catch (UnreadableException e) {
      problems(e.problems());
    }
  }

  void module(PolicyModule module) {
    modules.put(module.file(), module);
  }

  void wasm(WasmBundle bundle) {
    wasm.add(bundle);
  }

  void problems(List<Problem> more) {
    for (Problem problem : more) {
      problems.add(
          new Problem(
              ProblemKind.POLICY_ERROR,
              problem.file(),
              problem.span(),
              problem.message(),
              problem.hint(),
              problem.detail()));
    }
  }

  /**
   * Merges a document into the data.
   *
   * @param path where it belongs
   */
  void data(List<String> path, RegoValue document, String file) throws UnreadableException {
    if (path.isEmpty() && !(document instanceof RegoObject)) {
      throw UnreadableException.of(
          file,
          "the data in '" + file + "' is no object but " + document.typeName(),
          "Put it under a name: what lies at the top of 'data' has to be an object.");
    }
    Optional<DataTree.Conflict> conflict = data.add(path, document, file);
    // a file may be named twice, as itself and by its folder
    if (conflict.isPresent() && !conflict.get().file().equals(file)) {
      throw UnreadableException.of(
          file,
          "'%s' and '%s' both define %s"
              .formatted(conflict.get().file(), file, conflict.get().path()),
          "Remove it from one of the files; the data of the second one is left out.");
    }
  }

  PolicyFiles toFiles() {
    return new PolicyFiles(
        List.copyOf(modules.values()), data.toObject(), wasm, List.copyOf(problems));
  }
}
