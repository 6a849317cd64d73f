package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pipeline has one direction: a package knows only those before it. */
class PackageDirectionTest {

  private static final Path SOURCES =
      Path.of(System.getProperty("project.root"), "analyzer/src/main/java/dev/seaworthy");

  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          entry("source"),
          entry("yaml", "source"),
          entry("model", "source", "yaml"),
          entry("podsecurity", "yaml", "model"),
          entry("rbac", "yaml", "model"),
          entry("volume", "model"),
          entry("reach", "source", "yaml", "model", "podsecurity", "rbac", "volume"),
          entry("rule", "source", "yaml", "model", "reach"),
          entry("engine", "source", "yaml", "model", "rbac", "reach", "rule"),
          entry("config", "source", "yaml", "model", "rule", "engine"),
          entry("report", "source", "yaml", "model", "rbac", "reach", "rule", "engine"));

  /** The libraries are hidden in as few packages as can be. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of("org.snakeyaml", Set.of("yaml"), "tools.jackson", Set.of("yaml", "report"));

  private static final Pattern OWN = Pattern.compile("\\bdev\\.seaworthy\\.([a-z]+)\\b");

  private static Map.Entry<String, Set<String>> entry(String name, String... known) {
    return Map.entry(name, Set.of(known));
  }

  @Test
  void eachPackageHasItsPlace() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(KNOWN.keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void knowsOnlyThePackagesBeforeIt(String name) {
    Set<String> seen = new TreeSet<>();
    for (String text : texts(name)) {
      OWN.matcher(text).results().forEach(match -> seen.add(match.group(1)));
    }
    assertThat(seen).as("packages that '%s' names, besides itself", name).contains(name);
    seen.remove(name);
    assertThat(KNOWN.get(name)).containsAll(seen);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void keepsLibrariesOutOfSight(String name) {
    LIBRARIES.forEach(
        (library, homes) ->
            assertThat(texts(name).stream().anyMatch(text -> text.contains(library + ".")))
                .as("'%s' uses %s", name, library)
                .isEqualTo(homes.contains(name)));
  }

  static Set<String> packages() {
    return new TreeSet<>(KNOWN.keySet());
  }

  private static List<String> texts(String name) {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(PackageDirectionTest::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
