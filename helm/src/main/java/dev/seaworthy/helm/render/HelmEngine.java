package dev.seaworthy.helm.render;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Helm's template engine. An engine may be used by several threads at once; it holds processes and
 * files until it is closed.
 *
 * <p>Rendering never uses the network, a kubeconfig, or Helm's configuration, plugins and
 * repositories of the user. Only {@link #updateDependencies} does.
 */
public interface HelmEngine extends AutoCloseable {

  /**
   * The engine that comes as a native library, in processes of its own: a chart can hang it, crash
   * it or make it grow, and costs no more than its request. A process is started with the first
   * request, and a further one when all are busy.
   */
  static HelmEngine isolated(NativeLibrary library, EngineLimits limits) {
    return IsolatedEngine.of(library, limits);
  }

  /** An installed {@code helm}, version 3 or newer, started for each request. */
  static HelmEngine binary(Path helm, EngineLimits limits) {
    return new BinaryEngine(helm, limits);
  }

  /**
   * Renders a chart as {@code helm template} does, without hooks, {@code crds/} and notes. What
   * goes wrong is told in the result.
   *
   * @throws IllegalStateException if the engine was closed
   */
  RenderResult render(RenderRequest request);

  /**
   * Whether {@link RenderRequest#apiVersions} reach the templates. An engine that has no means for
   * it renders as if there were none.
   */
  boolean takesApiVersions();

  /** Helm's version, such as {@code v3.21.0}; empty if the engine does not run. */
  Optional<String> version();

  /**
   * Starts in the background what the first request would have to wait for. It need not be called,
   * and returns at once.
   */
  void prepare();

  /**
   * Fetches the dependencies of a chart into its {@code charts} folder, as {@code helm dependency
   * update} does. <strong>This uses the network</strong>, with the environment of this process and
   * Helm's configuration of the user, and writes to the chart's folder.
   */
  DependencyUpdate updateDependencies(Path chart);

  /** Ends all processes, those with running requests too, and deletes temporary files. */
  @Override
  void close();
}
