package dev.seaworthy.helm.render;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A private folder that is made when it is first needed. */
final class LazyFolder implements AutoCloseable {

  private @Nullable PrivateFolder folder;
  private boolean isClosed;

  Path path() throws EngineUnavailableException {
    return get().path();
  }

  PrivateFolder createFolder() throws EngineUnavailableException {
    try {
      return get().createFolder();
    } catch (IOException e) {
      throw noPlace(e);
    }
  }

  private synchronized PrivateFolder get() throws EngineUnavailableException {
    if (isClosed) {
      throw new EngineUnavailableException("the engine is closed", "Use another engine.");
    }
    if (folder == null) {
      try {
        folder = PrivateFolder.create();
      } catch (IOException e) {
        throw noPlace(e);
      }
    }
    return folder;
  }

  private static EngineUnavailableException noPlace(IOException cause) {
    return new EngineUnavailableException(
        "the Helm engine has no place for temporary files: " + cause.getMessage(),
        "Make room in the folder for temporary files, or name another as 'java.io.tmpdir'.");
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }
}
