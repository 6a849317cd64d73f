package dev.seaworthy.helm.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for what would make Helm read files outside a chart, or use the network. */
final class ChartGuard {

  private static final String SCHEMA = "values.schema.json";

  private ChartGuard() {}

  /** Why the chart must not be given to Helm, in the words in which Helm would refuse it. */
  static Optional<String> objection(Path chart) throws IOException {
    if (!Files.isDirectory(chart)) {
      return Optional.of("'" + chart.getFileName() + "' is no folder");
    }
    Path schema = chart.resolve(SCHEMA);
    if (Files.isRegularFile(schema)) {
      String text = new String(Files.readAllBytes(schema), StandardCharsets.UTF_8);
      Optional<String> reference = SchemaReferences.leadingOut(text);
      if (reference.isPresent()) {
        return reference.map(
            target -> SCHEMA + " refers to '" + target + "', and nothing is read from there");
      }
    }
    Path charts = chart.resolve("charts");
    return Files.isDirectory(charts) ? objectionInside(charts) : Optional.empty();
  }

  private static Optional<String> objectionInside(Path charts) throws IOException {
    try (DirectoryStream<Path> dependencies = Files.newDirectoryStream(charts)) {
      for (Path dependency : dependencies) {
        String name = dependency.getFileName().toString();
        if (Files.isDirectory(dependency)) {
          Optional<String> objection = objection(dependency);
          if (objection.isPresent()) {
            return objection.map(text -> "charts/" + name + "/" + text);
          }
        } else if (name.endsWith(".tgz")) {
          return Optional.of("charts/" + name + " is packed, and was not looked into");
        }
      }
    }
    return Optional.empty();
  }
}
