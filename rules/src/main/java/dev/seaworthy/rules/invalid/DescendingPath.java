package dev.seaworthy.rules.invalid;

import dev.seaworthy.model.Field;
import dev.seaworthy.rule.Violations;
import java.util.Arrays;

/** Paths that start at a folder and must not leave it. */
final class DescendingPath {

  private static final String UP = "..";

  private DescendingPath() {}

  /**
   * Judges a path that is relative and goes down only.
   *
   * @param folder what it starts at, such as {@code the volume}
   */
  static void check(Field path, String folder, Violations violations) {
    String text = path.text();
    if (text.startsWith("/") || goesUp(text)) {
      violations.report(
          path, "'" + path.path().name() + "' '" + text + "' is no path within " + folder);
    }
  }

  /** Judges the path of a file that is made in a volume, where names with {@code ..} are taken. */
  static void checkFile(Field path, Violations violations) {
    check(path, "the volume", violations);
    String text = path.text();
    if (text.startsWith(UP) && !goesUp(text)) {
      violations.report(
          path, "'" + path.path().name() + "' '" + text + "' starts with '..', which is reserved");
    }
  }

  /** Whether a step of the path is {@code ..}. */
  static boolean goesUp(String path) {
    return Arrays.asList(path.split("/")).contains(UP);
  }
}
