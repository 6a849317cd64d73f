package dev.seaworthy.hygiene;

import dev.seaworthy.engine.Analyzer;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of the library, without its tests. */
final class LibraryClasses {

  private LibraryClasses() {}

  static List<Path> files() throws Exception {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  /** The types that users can name. */
  static List<Class<?>> publicTypes() throws Exception {
    Path root = root();
    return files().stream()
        .map(file -> root.relativize(file).toString().replaceAll("[/\\\\]", "."))
        .filter(name -> !name.endsWith("-info.class"))
        .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
        .filter(LibraryClasses::isPublic)
        .toList();
  }

  static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, LibraryClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Path root() throws Exception {
    return Path.of(Analyzer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
