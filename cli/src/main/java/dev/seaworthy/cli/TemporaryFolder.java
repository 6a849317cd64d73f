package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder for the files of one run, which no other user can read. */
record TemporaryFolder(Path path) implements AutoCloseable {

  private static final int ATTEMPTS = 3;

  /** Where no folder can be made, the path leads nowhere, so that whoever writes there fails. */
  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("seaworthy-"));
    } catch (IOException e) {
      return new TemporaryFolder(
          Path.of(System.getProperty("java.io.tmpdir"), "seaworthy", "none"));
    }
  }

  /** Deletes it with all that is in it; a thread that is being ended may still write there. */
  @Override
  public void close() {
    for (int i = 0; i < ATTEMPTS && Files.exists(path); i++) {
      try {
        Files.walkFileTree(path, new Deletion());
      } catch (IOException e) {
        // tried again; what stays is the system's to clean up
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
