package dev.seaworthy.helm.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/** How results refer to what lies in a chart. */
final class ChartLabels {

  private ChartLabels() {}

  /** The label of a path in a folder or archive. */
  static String in(String folder, String path) {
    return folder.equals(".") ? path : folder.endsWith("/") ? folder + path : folder + "/" + path;
  }

  /** The label of what a relative path leads to from a folder, with {@code ..} resolved. */
  static String from(String folder, String relative) {
    String joined = in(folder, relative);
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : joined.split("/")) {
      boolean up = segment.equals("..") && !segments.isEmpty() && !segments.getLast().equals("..");
      if (up) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String path = String.join("/", segments);
    return joined.startsWith("/") ? "/" + path : path.isEmpty() ? "." : path;
  }
}
