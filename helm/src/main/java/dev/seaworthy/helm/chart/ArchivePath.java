package dev.seaworthy.helm.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a member of a packaged chart belongs.
 *
 * @param top the folder that holds the whole chart
 * @param path the path in the chart, with {@code /}
 */
record ArchivePath(String top, String path) {

  private static final int MAX_LENGTH = 1024;
  private static final int MAX_SEGMENT = 255;

  /**
   * Reads the name of a member.
   *
   * @throws RefusedException if it leads out of the chart, or could not be the name of a file
   */
  static ArchivePath of(String member) throws RefusedException {
    if (member.length() > MAX_LENGTH || member.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException("whose name no file can have");
    }
    // archives that were made on Windows
    String name = member.indexOf('\\') >= 0 ? member.replace('\\', '/') : member;
    int slash = name.indexOf('/');
    if (slash < 0) {
      throw new RefusedException("which lies in no folder");
    }
    String top = name.substring(0, slash);
    if (top.isEmpty() || name.startsWith("/", slash + 1) || hasDrive(name.substring(slash + 1))) {
      throw new RefusedException("whose path is absolute");
    }
    String path = clean(name.substring(slash + 1));
    if (top.equals("..") || path.startsWith("..")) {
      throw new RefusedException("whose path leads out of the chart");
    }
    if (path.isEmpty()) {
      throw new RefusedException("whose path is that of a folder");
    }
    return new ArchivePath(top, path);
  }

  private static boolean hasDrive(String path) {
    return path.length() > 2 && Character.isLetter(path.charAt(0)) && path.startsWith(":/", 1);
  }

  /** The path without {@code .} and {@code ..}, except for those at its start. */
  private static String clean(String path) throws RefusedException {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      int last = segments.size() - 1;
      if (segment.length() > MAX_SEGMENT) {
        throw new RefusedException("whose name no file can have");
      }
      if (segment.equals("..") && last >= 0 && !segments.get(last).equals("..")) {
        segments.remove(last);
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  /** The message says why, after the name of the member. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
      super(reason, null, false, false);
    }
  }
}
