package dev.seaworthy.helm.render;

import dev.seaworthy.helm.render.RenderResult.Failed;
import dev.seaworthy.helm.render.RenderResult.Reason;
import dev.seaworthy.helm.render.RenderResult.Refused;
import dev.seaworthy.helm.render.RenderResult.Rendered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Renders in this process, without bounds. */
final class InProcessEngine implements HelmEngine {

  private final NativeLibrary library;
  private final LazyFolder folder = new LazyFolder();
  private @Nullable NativeHelm helm;
  private boolean isClosed;

  InProcessEngine(NativeLibrary library) {
    this.library = library;
  }

  private synchronized NativeHelm helm() throws EngineUnavailableException {
    if (isClosed) {
      throw new IllegalStateException("the engine is closed");
    }
    if (helm == null) {
      try {
        helm = NativeHelm.load(library.locate(folder.path()));
      } catch (LinkageError e) {
        throw new EngineUnavailableException(
            "the Helm engine cannot be loaded: " + e.getMessage(),
            "Use an installed 'helm' as the engine.");
      }
    }
    return helm;
  }

  @Override
  public RenderResult render(RenderRequest request) {
    try {
      NativeHelm engine = helm();
      try (PrivateFolder files = folder.createFolder()) {
        RenderArguments arguments = RenderArguments.of(request, files.path());
        Reply reply = engine.render(arguments, Integer.MAX_VALUE);
        switch (reply.kind()) {
          case OUTPUT:
            return new Rendered(reply.text());
          case REFUSAL:
            return new Refused(reply.text());
          default:
            return new Failed(
                Reason.OUTPUT,
                "the rendered text is too large",
                "Look for a loop or a 'repeat' that makes too much text.");
        }
      }
    } catch (EngineUnavailableException e) {
      return e.toResult();
    } catch (IOException e) {
      return Failures.unreadable(e);
    }
  }

  @Override
  public boolean takesApiVersions() {
    return false;
  }

  @Override
  public Optional<String> version() {
    try {
      return Optional.of(helm().version());
    } catch (EngineUnavailableException e) {
      return Optional.empty();
    }
  }

  @Override
  public void prepare() {
    Thread thread = new Thread(this::version, "seaworthy-helm-start");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public DependencyUpdate updateDependencies(Path chart) {
    try {
      Reply reply = helm().updateDependencies(chart.toAbsolutePath().toString());
      return new DependencyUpdate(reply.kind() == Reply.Kind.OUTPUT, reply.text());
    } catch (EngineUnavailableException e) {
      return new DependencyUpdate(false, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    folder.close();
  }
}
