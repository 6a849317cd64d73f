package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Explains why the file system did not give something, without the paths of the machine. */
public final class NotReadable {

  static final String NOT_REGULAR = "not a regular file";

  private NotReadable() {}

  /**
   * The problem that a file or folder could not be read.
   *
   * @param name how results refer to the file or folder
   */
  public static Problem problem(String name, IOException cause) {
    return Problem.of(
        ProblemKind.NOT_READABLE,
        name,
        "'" + name + "' could not be read: " + reason(cause),
        hint(cause));
  }

  /** The problem that a path leads to a pipe, a device or the like. */
  static Problem notRegular(String name) {
    return Problem.of(
        ProblemKind.NOT_READABLE,
        name,
        "'" + name + "' is " + NOT_REGULAR,
        "Pipe its content into standard input, or name a file or folder.");
  }

  /** The cause in a few words: lower-case, no full stop. */
  public static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemLoopException) {
      return "symbolic links that lead in a circle";
    }
    if (cause instanceof NotDirectoryException) {
      return "not a folder";
    }
    String reason =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return reason == null || reason.isBlank()
        ? cause.getClass().getSimpleName()
        : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
  }

  private static String hint(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "Check the spelling of the path.";
    }
    if (cause instanceof AccessDeniedException) {
      return "Give the user who runs the analysis the right to read it, or exclude it.";
    }
    return "See whether other programs can open it, or exclude it.";
  }
}
