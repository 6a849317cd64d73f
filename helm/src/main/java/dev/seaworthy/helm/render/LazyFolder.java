package dev.seaworthy.helm.render;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A private folder that is made when it is first needed. */
final class LazyFolder implements AutoCloseable {

  private @Nullable PrivateFolder folder;

  Path path() throws EngineUnavailableException {
    return get().path();
  }

  PrivateFolder createFolder() throws EngineUnavailableException, IOException {
    return get().createFolder();
  }

  private synchronized PrivateFolder get() throws EngineUnavailableException {
    if (folder == null) {
      try {
        folder = PrivateFolder.create();
      } catch (IOException e) {
        throw new EngineUnavailableException(
            "the Helm engine has no place for temporary files: " + e.getMessage(),
            "Make room in the folder for temporary files, or name another as 'java.io.tmpdir'.");
      }
    }
    return folder;
  }

  @Override
  public synchronized void close() {
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }
}
