package dev.seaworthy.cli;

import dev.seaworthy.rego.bundle.WasmRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Finds what runs policies in WebAssembly. Its jars are in the folder {@code wasm} beside the
 * program's, and not on the class path: they are only loaded if a bundle needs them.
 */
final class WasmSupport {

  private WasmSupport() {}

  /** The runtime that came with the program; empty if it came without. */
  static Optional<WasmRuntime> find() {
    return jar().map(jar -> jar.resolveSibling("wasm")).flatMap(WasmSupport::in);
  }

  /** The runtime in the jars of a folder. */
  static Optional<WasmRuntime> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    // stays open: the runtime loads classes as long as it runs
    ClassLoader loader = new URLClassLoader(jars(folder), WasmSupport.class.getClassLoader());
    return ServiceLoader.load(WasmRuntime.class, loader).findFirst();
  }

  private static URL[] jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(WasmSupport::url)
          .toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder '" + folder + "' cannot be read", e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file.toString(), e);
    }
  }

  /** The jar that the program runs from. */
  private static Optional<Path> jar() {
    CodeSource source = WasmSupport.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is unknown", e);
    }
  }
}
