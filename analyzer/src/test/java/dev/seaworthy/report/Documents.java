package dev.seaworthy.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the documentation is, whatever the folder from which the tests run. */
final class Documents {

  private Documents() {}

  static Path root() {
    Path start = Path.of(System.getProperty("project.root", ".")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path docs = folder.resolve("docs");
      if (Files.isDirectory(docs.resolve("schema"))) {
        return docs;
      }
    }
    throw new AssertionError("no folder 'docs/schema' above " + start);
  }
}
