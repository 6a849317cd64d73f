package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages for people: those at the root of the repository and those in {@code docs}. */
final class Documentation {

  private Documentation() {}

  static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(Invocation.PROJECT);
        Stream<Path> docs = Files.walk(Invocation.PROJECT.resolve("docs"))) {
      return Stream.concat(root, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }
}
