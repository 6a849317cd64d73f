package dev.seaworthy.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A path that the user named, with what the file system says of it.
 *
 * @param base the folder that names are relative to
 * @param given the path as the user gave it
 * @param shown the absolute path under which results refer to it; symbolic links are kept
 * @param location where it lies: the real path of its folder, and its own name, which may be that
 *     of a symbolic link
 * @param real where its content lies, free of symbolic links
 */
record NamedRoot(Path base, Path given, Path shown, Path location, Path real) {

  /**
   * @throws IOException if there is no such file or folder, or it is out of reach
   */
  static NamedRoot resolve(Path base, Path given) throws IOException {
    Path path = base.resolve(given);
    Path real = path.toRealPath();
    Path normal = path.normalize();
    // "link/../x" is not "x" where the link leads elsewhere
    boolean same = Files.exists(normal) && Files.isSameFile(normal, real);
    Path shown = same ? normal : real;
    return new NamedRoot(base, given, shown, location(shown, real), real);
  }

  private static Path location(Path shown, Path real) throws IOException {
    Path parent = shown.getParent();
    return parent == null ? real : parent.toRealPath().resolve(shown.getFileName());
  }

  String name() {
    return nameOf(base, given, shown);
  }

  /** The absolute path of the base, with a slash at its end. */
  String basePath() {
    return prefix(slashed(base));
  }

  /** How results refer to a path in the neighbourhood of the root. */
  String nameOf(Path path) {
    return nameOf(base, given, path);
  }

  /** How results refer to a path that the user named. */
  static String nameOf(Path base, Path given) {
    return nameOf(base, given, base.resolve(given).normalize());
  }

  private static String nameOf(Path base, Path given, Path path) {
    if (path.equals(base)) {
      return ".";
    }
    boolean relative = path.startsWith(base) || given.getRoot() == null;
    return slashed(relative ? base.relativize(path) : path);
  }

  /** The name before which the names of what lies in a folder are put: empty, or with a slash. */
  static String prefix(String folderName) {
    if (folderName.equals(".")) {
      return "";
    }
    return folderName.endsWith("/") ? folderName : folderName + "/";
  }

  /** A path as text, with {@code /} on every platform. */
  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
