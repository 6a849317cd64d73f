package dev.seaworthy.rego.bundle;

import dev.seaworthy.rego.RegoException;
import dev.seaworthy.rego.syntax.RegoParser;
import dev.seaworthy.rego.syntax.RegoVersion;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.source.FileTree;
import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a bundle: modules anywhere, data only in files named {@code data.json}, {@code data.yaml}
 * or {@code data.yml}, under the path of their folder, all below the roots of the manifest.
 */
final class Bundle {

  private final FileTree files;
  private final Content content;
  private final RegoVersion version;
  private final boolean withTests;
  private final Collected collected;
  private Manifest manifest = Manifest.NONE;

  /**
   * @param version the grammar of modules of which the manifest says nothing
   * @param collected what is read goes there
   */
  Bundle(
      FileTree files,
      Content content,
      RegoVersion version,
      boolean withTests,
      Collected collected) {
    this.files = files;
    this.content = content;
    this.version = version;
    this.withTests = withTests;
    this.collected = collected;
  }

  void read() {
    collected.attempt(
        () -> {
          Optional<FileTree.Entry> file = at(FileKind.MANIFEST);
          if (file.isPresent()) {
            manifest = Manifest.read(content.text(file.get().source()));
          }
          readFiles();
        });
  }

  private void readFiles() {
    List<FileTree.Entry> modules = filesThat(FileKind::isRego);
    List<FileTree.Entry> wasm = filesThat(FileKind::isWasm);
    if (!wasm.isEmpty()) {
      readWasm(wasm);
      return;
    }
    unsupported("patch.json", "a delta bundle", "Build a snapshot bundle with 'opa build'.");
    if (modules.isEmpty()) {
      unsupported(
          "plan.json",
          "a plan without its Rego",
          "Build the bundle without '--target plan', or leave the .rego files in it.");
    }
    for (FileTree.Entry entry : modules) {
      if (withTests || !FileKind.isTest(entry.fileName())) {
        collected.attempt(() -> readModule(entry));
      }
    }
    readData(collected);
  }

  /** What the compiler leaves of the modules lacks the rules that it moved, so it is no policy. */
  private void readWasm(List<FileTree.Entry> modules) {
    Collected own = new Collected();
    readData(own);
    collected.problems(own.toFiles().problems());
    RegoObject data = own.toFiles().data();
    for (FileTree.Entry entry : modules) {
      String path = path(entry);
      List<String> entrypoints = manifest.entrypoints().getOrDefault(path, List.of());
      collected.attempt(
          () ->
              collected.wasm(
                  new WasmBundle(
                      entry.source().name(), content.bytes(entry.source()), entrypoints, data)));
    }
  }

  private void readModule(FileTree.Entry entry) throws UnreadableException {
    SourceText text = content.text(entry.source());
    RegoVersion grammar = manifest.version(path(entry)).orElse(version);
    if (!manifest.contains("")) {
      Optional<String> declared = packagePath(text, grammar);
      if (declared.isPresent() && !manifest.contains(declared.get())) {
        throw UnreadableException.of(
            text.name(),
            "package '" + declared.get().replace('/', '.') + "' is outside " + roots(),
            "Add its path to the roots in the manifest, or move the file to another bundle.");
      }
    }
    collected.module(new PolicyModule(text.name(), text.text(), grammar));
  }

  /** Empty if the module does not parse, which is for the compiler to tell. */
  private static Optional<String> packagePath(SourceText text, RegoVersion grammar) {
    try {
      List<String> path = RegoParser.parseModule(text.name(), text.text(), grammar).packagePath();
      return Optional.of(String.join("/", path));
    } catch (RegoException e) {
      return Optional.empty();
    }
  }

  private void readData(Collected target) {
    for (FileTree.Entry entry : filesThat(FileKind::isBundleData)) {
      target.attempt(
          () -> {
            List<String> folder = entry.path().subList(0, entry.path().size() - 1);
            RegoValue document = content.document(entry.source());
            Optional<String> outside = manifest.outside(String.join("/", folder), document);
            if (outside.isPresent()) {
              throw UnreadableException.of(
                  entry.source().name(),
                  "data at '" + outside.get() + "' is outside " + roots(),
                  "Add its path to the roots in the manifest, or move the data.");
            }
            target.data(folder, document, entry.source().name());
          });
    }
  }

  private String roots() {
    return "the manifest's roots (" + String.join(", ", manifest.roots()) + ")";
  }

  private void unsupported(String fileName, String what, String hint) {
    at(fileName)
        .ifPresent(
            entry ->
                collected.problems(
                    UnreadableException.of(
                            entry.source().name(),
                            "'" + files.name() + "' is " + what + ", which is not supported",
                            hint)
                        .problems()));
  }

  private Optional<FileTree.Entry> at(String fileName) {
    return files.entries().stream()
        .filter(entry -> entry.path().equals(List.of(fileName)))
        .findFirst();
  }

  private List<FileTree.Entry> filesThat(Predicate<String> kind) {
    List<FileTree.Entry> found = new ArrayList<>();
    for (FileTree.Entry entry : files.entries()) {
      if (kind.test(entry.fileName())) {
        found.add(entry);
      }
    }
    return found;
  }

  private static String path(FileTree.Entry entry) {
    return "/" + String.join("/", entry.path());
  }
}
