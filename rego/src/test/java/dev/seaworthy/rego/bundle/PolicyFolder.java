package dev.seaworthy.rego.bundle;

import dev.seaworthy.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder to write policies into and to read them from. */
record PolicyFolder(Path path) {

  PolicyFolder file(String name, String text) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  PolicyReader reader() {
    return PolicyReader.in(path);
  }

  PolicyFiles files(String... paths) {
    return reader().files(paths(paths)).read();
  }

  PolicyFiles bundles(String... paths) {
    return reader().bundles(paths(paths)).read();
  }

  PolicyFiles bundle(TarGz archive) throws IOException {
    archive.write(path.resolve("b.tar.gz"));
    return bundles("b.tar.gz");
  }

  static List<Path> paths(String... paths) {
    return List.of(paths).stream().map(Path::of).toList();
  }

  static List<String> modules(PolicyFiles files) {
    return files.modules().stream().map(PolicyModule::file).toList();
  }

  /** Each problem as {@code file[:line:column]: message}. */
  static List<String> problems(PolicyFiles files) {
    return files.problems().stream().map(PolicyFolder::text).toList();
  }

  private static String text(Problem problem) {
    return problem.file().orElse("")
        + problem.span().map(span -> ":" + span.start()).orElse("")
        + ": "
        + problem.message();
  }
}
