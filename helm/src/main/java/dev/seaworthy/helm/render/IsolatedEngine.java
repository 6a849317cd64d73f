package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.RenderResult.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders in processes of its own. */
final class IsolatedEngine implements HelmEngine {

  private final NativeLibrary library;
  private final EngineLimits limits;
  private final WorkerLauncher launcher;
  private final WorkerPool pool;
  private final LazyFolder folder = new LazyFolder();
  private @Nullable Path located;
  private volatile boolean isClosed;

  IsolatedEngine(NativeLibrary library, EngineLimits limits, WorkerLauncher launcher) {
    this.library = library;
    this.limits = limits;
    this.launcher = launcher;
    this.pool = new WorkerPool(this::start, limits.processes());
  }

  static IsolatedEngine of(NativeLibrary library, EngineLimits limits) {
    WorkerLauncher launcher = new WorkerLauncher(RenderWorker.class, limits);
    return new IsolatedEngine(library, limits, launcher);
  }

  private Worker start() throws EngineUnavailableException {
    Path home = folder.createFolder().path();
    Worker worker = new Worker(launcher.start(home), limits);
    try {
      // unpacking it, if that is needed, takes place while the process starts
      worker.load(library(), home);
      return worker;
    } catch (EngineUnavailableException e) {
      worker.kill();
      throw e;
    }
  }

  private synchronized Path library() throws EngineUnavailableException {
    if (located == null) {
      located = library.locate(folder.path());
    }
    return located;
  }

  @Override
  public RenderResult render(RenderRequest request) {
    try {
      Optional<String> objection = ChartGuard.objection(request.chart());
      if (objection.isPresent()) {
        return new RenderResult.Refused(objection.get());
      }
      Worker worker = pool.take();
      try (PrivateFolder files = folder.createFolder()) {
        return worker.render(RenderArguments.of(request, files.path()));
      } finally {
        pool.giveBack(worker);
      }
    } catch (EngineUnavailableException e) {
      // a thread that is interrupted can read and write no files
      return isClosed || Thread.currentThread().isInterrupted()
          ? Failures.of(Reason.CANCELLED, limits)
          : e.toResult();
    } catch (IOException e) {
      return Failures.unreadable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Failures.of(Reason.CANCELLED, limits);
    }
  }

  @Override
  public boolean takesApiVersions() {
    return false;
  }

  @Override
  public Optional<String> version() {
    try {
      Worker worker = pool.take();
      try {
        return Optional.of(worker.version());
      } finally {
        pool.giveBack(worker);
      }
    } catch (EngineUnavailableException | LimitException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void prepare() {
    Thread thread = new Thread(this::prepareNow, "seaworthy-helm-start");
    thread.setDaemon(true);
    thread.start();
  }

  private void prepareNow() {
    try {
      pool.prepare();
    } catch (EngineUnavailableException e) {
      // the first request says so
    }
  }

  @Override
  public DependencyUpdate updateDependencies(Path chart) {
    try {
      Path home = folder.path();
      Worker worker = new Worker(launcher.startWithEnvironment(home), limits);
      try {
        worker.load(library());
        return worker.updateDependencies(chart);
      } finally {
        worker.kill();
      }
    } catch (EngineUnavailableException e) {
      return new DependencyUpdate(false, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    isClosed = true;
    pool.close();
    folder.close();
  }
}
