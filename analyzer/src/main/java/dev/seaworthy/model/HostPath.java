package dev.seaworthy.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path on the node.
 *
 * @param field the {@code hostPath} mapping
 * @param subPath the part below it that is meant; empty for all of it
 */
public record HostPath(Field field, String subPath) {

  /** A drive, or a named pipe. */
  private static final Pattern WINDOWS = Pattern.compile("(?i)[a-z]:|\\\\|//\\./pipe/");

  /** Links to the root, or most likely to it: whoever runs what has the number cannot be seen. */
  private static final Pattern PROCESS_ROOT =
      Pattern.compile("/proc/(?:self|thread-self|\\d+)(?:/task/\\d+)?/(?:root|cwd)(?=/|$)");

  /** What {@code ..} does not leave: a drive, or the start of a pipe or a share. */
  private static final Pattern WINDOWS_ROOT =
      Pattern.compile("[A-Za-z]:\\\\?|\\\\\\\\[.?]\\\\|\\\\{1,2}");

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
   * The part of this path that a mount shows.
   *
   * @param below the way down, as a mount's {@code subPath} gives it; empty for all of it
   */
  public HostPath part(String below) {
    return below.isEmpty() ? this : new HostPath(field, subPath + "/" + below);
  }

  /**
   * The path as the node's kernel sees it: no doubled or trailing slashes, no {@code .} or {@code
   * ..}, {@code /run} for {@code /var/run}, which is a link to it on every current distribution,
   * and what lies below the root or working folder of a process for {@code /proc/1/root} and the
   * like: processes of the node have its root. A Windows path has single backslashes only. Empty if
   * none is written.
   */
  public String normalised() {
    String path = written();
    if (path.isEmpty()) {
      return "";
    }
    return isWindows(path) ? windows(path + subPath) : posix(path + subPath);
  }

  /**
   * Whether this path is another one or a folder above it, both normalised. Windows ignores letter
   * case.
   */
  public boolean contains(String other) {
    return contents().test(other);
  }

  /** {@link #contains} for many paths: this one is normalised but once. */
  public Predicate<String> contents() {
    String path = normalised();
    if (path.isEmpty()) {
      return other -> false;
    }
    boolean windows = isWindows(path);
    String separator = windows ? "\\" : "/";
    String folder = path.endsWith(separator) ? path : path + separator;
    return other -> (other + separator).regionMatches(windows, 0, folder, 0, folder.length());
  }

  private static boolean isWindows(String path) {
    return WINDOWS.matcher(path).lookingAt();
  }

  private static String windows(String path) {
    String backslashes = path.replace('/', '\\');
    Matcher start = WINDOWS_ROOT.matcher(backslashes);
    String root = start.lookingAt() ? start.group() : "";
    String below = String.join("\\", steps(backslashes.substring(root.length()), "\\\\"));
    return (root.endsWith(":") ? root + "\\" : root) + below;
  }

  private static String posix(String path) {
    return withoutLinks("/" + String.join("/", steps(path, "/")));
  }

  private static Deque<String> steps(String path, String separator) {
    Deque<String> steps = new ArrayDeque<>();
    for (String step : path.split(separator)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return steps;
  }

  private static String withoutLinks(String path) {
    String rest = path;
    Matcher process = PROCESS_ROOT.matcher(rest);
    while (process.lookingAt()) {
      rest = rest.substring(process.end());
      process.reset(rest);
    }
    boolean linked = rest.equals("/var/run") || rest.startsWith("/var/run/");
    String followed = linked ? rest.substring("/var".length()) : rest;
    return followed.isEmpty() ? "/" : followed;
  }
}
