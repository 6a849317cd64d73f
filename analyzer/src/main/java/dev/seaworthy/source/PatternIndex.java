package dev.seaworthy.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last of many patterns that matches a path. Plain names and paths, and names after a
 * single star such as {@code *.log}, are looked up; only the others are tried one by one.
 */
final class PatternIndex {

  private static final String WILDCARDS = "*?[\\";

  private final Map<String, GitIgnorePattern> forAll = new HashMap<>();
  private final Map<String, GitIgnorePattern> forFolders = new HashMap<>();
  private final List<GitIgnorePattern> tried = new ArrayList<>();
  private int longestEnding;

  /**
   * @param patterns in the order of their lines
   */
  PatternIndex(List<GitIgnorePattern> patterns) {
    for (GitIgnorePattern pattern : patterns) {
      String path = pattern.path();
      boolean ending = !pattern.anchored() && path.length() > 1 && path.charAt(0) == '*';
      if (!isPlain(ending ? path.substring(1) : path)) {
        tried.add(pattern);
        continue;
      }
      if (ending) {
        longestEnding = Math.max(longestEnding, path.length() - 1);
      }
      (pattern.folderOnly() ? forFolders : forAll)
          .put(pattern.anchored() ? "/" + path : path, pattern);
    }
  }

  /** The number of patterns that each path is held against. */
  int tried() {
    return tried.size();
  }

  Optional<GitIgnorePattern> lastMatch(String path, boolean folder) {
    String[] segments = path.split("/");
    String name = segments[segments.length - 1];
    GitIgnorePattern last = later(find(name, folder), find("/" + path, folder));
    for (int length = Math.min(longestEnding, name.length()); length > 0; length--) {
      last = later(last, find("*" + name.substring(name.length() - length), folder));
    }
    for (int i = tried.size() - 1; i >= 0; i--) {
      GitIgnorePattern pattern = tried.get(i);
      if (last != null && last.line() > pattern.line()) {
        break;
      }
      if (pattern.matches(segments, folder)) {
        return Optional.of(pattern);
      }
    }
    return Optional.ofNullable(last);
  }

  private @Nullable GitIgnorePattern find(String key, boolean folder) {
    GitIgnorePattern match = forAll.get(key);
    return folder ? later(match, forFolders.get(key)) : match;
  }

  private static @Nullable GitIgnorePattern later(
      @Nullable GitIgnorePattern a, @Nullable GitIgnorePattern b) {
    return a == null || (b != null && b.line() > a.line()) ? b : a;
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> WILDCARDS.indexOf(c) >= 0);
  }
}
