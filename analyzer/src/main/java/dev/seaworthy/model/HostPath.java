package dev.seaworthy.model;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A path on the node.
 *
 * @param field the {@code hostPath} mapping
 */
public record HostPath(Field field) {

  /** The path as written. */
  public String written() {
    return field.get("path").text();
  }

  /** The field with the path. */
  public Field path() {
    return field.get("path");
  }

  /** The declared type, such as {@code Socket}; empty for no check. */
  public String type() {
    return field.get("type").text();
  }

  /**
   * The path as the node's kernel sees it: no doubled or trailing slashes, no {@code .} or {@code
   * ..}, and {@code /run} for {@code /var/run}, which is a link to it on every current
   * distribution.
   */
  public String normalised() {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : written().split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String path = "/" + String.join("/", parts);
    boolean linked = path.equals("/var/run") || path.startsWith("/var/run/");
    return linked ? path.substring("/var".length()) : path;
  }

  /** Whether this path is another one or a folder above it, both normalised. */
  public boolean contains(String other) {
    String path = normalised();
    return path.equals("/") || other.equals(path) || other.startsWith(path + "/");
  }
}
