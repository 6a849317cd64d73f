package dev.seaworthy.helm.render;

import java.nio.file.Path;
import java.util.Optional;

final class BinaryEngine implements HelmEngine {
  BinaryEngine(Path helm, EngineLimits limits) {}

  public RenderResult render(RenderRequest request) {
    throw new UnsupportedOperationException();
  }

  public boolean takesApiVersions() {
    return true;
  }

  public Optional<String> version() {
    return Optional.empty();
  }

  public void prepare() {}

  public DependencyUpdate updateDependencies(Path chart) {
    return new DependencyUpdate(false, "");
  }

  public void close() {}
}
