package dev.seaworthy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is replaced as a whole or not at all: nobody reads half a report. */
final class OutputFile {

  private final Path file;

  /**
   * @throws UsageException if there can be no such file
   */
  OutputFile(Path file) throws UsageException {
    this.file = file;
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("the folder of output file '" + file + "' does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new UsageException("output file '" + file + "' is a folder");
    }
  }

  /** Writes the content. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces the file; something special, such as a pipe or a device, is written to as it is.
   *
   * @throws IOException if that fails; a file that was there before is as it was
   */
  void write(Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // not by its real path: what /dev/stdout leads to may have none
      writeInto(file, content, StandardOpenOption.WRITE);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path draft = target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      writeInto(draft, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeInto(Path path, Content content, StandardOpenOption... options)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path, options))) {
      content.writeTo(out);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
