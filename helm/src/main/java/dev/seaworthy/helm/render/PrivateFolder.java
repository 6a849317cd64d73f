package dev.seaworthy.helm.render;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A temporary folder that no other user can read or write. */
public final class PrivateFolder implements AutoCloseable {

  private static final int ATTEMPTS = 3;

  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /** A new folder among the temporary files of the system. */
  public static PrivateFolder create() throws IOException {
    return new PrivateFolder(Files.createTempDirectory("seaworthy-helm"));
  }

  /** A new folder in this one. */
  PrivateFolder createFolder() throws IOException {
    return new PrivateFolder(Files.createTempDirectory(path, ""));
  }

  public Path path() {
    return path;
  }

  /** Deletes what can be deleted; others may be deleting in it too. */
  @Override
  public void close() {
    for (int i = 0; i < ATTEMPTS && Files.exists(path); i++) {
      try {
        Files.walkFileTree(path, new Deletion());
      } catch (IOException e) {
        // a library that is in use stays on Windows; the system's clean-up takes it
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
