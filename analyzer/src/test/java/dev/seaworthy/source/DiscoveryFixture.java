package dev.seaworthy.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A folder with files in it, and the words to say what a discovery makes of them. */
record DiscoveryFixture(Path base) {

  static DiscoveryFixture in(Path temporary) throws IOException {
    return new DiscoveryFixture(temporary.toRealPath());
  }

  /** Writes files whose content is their own name; a name with a slash at its end is a folder. */
  DiscoveryFixture files(String... names) throws IOException {
    for (String name : names) {
      if (name.endsWith("/")) {
        Files.createDirectories(path(name));
      } else {
        file(name, name);
      }
    }
    return this;
  }

  DiscoveryFixture file(String name, String... lines) throws IOException {
    Path file = path(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines));
    return this;
  }

  DiscoveryFixture link(String name, String target) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.createSymbolicLink(path(name), Path.of(target));
    return this;
  }

  Path path(String name) {
    return base.resolve(name);
  }

  Discovery discover(String... names) {
    return discover(builder -> builder, names);
  }

  Discovery discover(UnaryOperator<FileDiscovery.Builder> settings, String... names) {
    List<Path> paths = Arrays.stream(names).map(Path::of).toList();
    return settings.apply(FileDiscovery.builder(base)).build().discover(paths);
  }

  static List<String> names(Discovery discovery) {
    return discovery.sources().stream().map(Source::name).toList();
  }

  /** Each entry as {@code state name: reason}. */
  static List<String> accounted(Discovery discovery) {
    return discovery.accounted().stream()
        .map(entry -> entry.state() + " " + entry.file() + ": " + entry.reason())
        .toList();
  }

  /** Each problem as {@code kind file: message}. */
  static List<String> problems(Discovery discovery) {
    return discovery.problems().stream()
        .map(problem -> problem.kind() + " " + problem.file().orElse("") + ": " + problem.message())
        .toList();
  }

  static void assertComplete(Discovery discovery, String... sourceNames) {
    assertThat(names(discovery)).containsExactly(sourceNames);
    assertThat(discovery.accounted()).isEmpty();
    assertThat(discovery.problems()).isEmpty();
  }
}
