package dev.seaworthy.helm.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The engine that the build has for this platform. */
final class RealEngine {

  /** Below the build's folder, so that the library is unpacked once. */
  private static final Path CACHE = Path.of("target", "helm-engine");

  private RealEngine() {}

  static NativeLibrary library() {
    Platform platform = Platform.current();
    assumeTrue(platform.libraryName().isPresent(), "there is no Helm engine for " + platform);
    return NativeLibrary.cached(CACHE);
  }

  static HelmEngine start(EngineLimits limits) {
    return HelmEngine.isolated(library(), limits);
  }
}
