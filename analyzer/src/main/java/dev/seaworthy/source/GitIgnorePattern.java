package dev.seaworthy.source;

import java.util.Optional;

/**
 * One pattern of a {@code .gitignore} file.
 *
 * @param text the pattern as it was written, without trailing spaces
 * @param line the line in its file, starting at 1
 * @param negated whether the pattern includes again what an earlier one ignores
 * @param folderOnly whether the pattern matches folders only
 * @param anchored whether the pattern is matched against the whole path, not the name alone
 * @param path what is matched, without the marks for the above
 * @param wildcard the compiled pattern
 */
record GitIgnorePattern(
    String text,
    int line,
    boolean negated,
    boolean folderOnly,
    boolean anchored,
    String path,
    WildcardPath wildcard) {

  /** Reads a line; empty for a comment, a blank line and what can match nothing. */
  static Optional<GitIgnorePattern> parse(String rawLine, int number) {
    if (rawLine.startsWith("#")) {
      return Optional.empty();
    }
    String text = withoutTrailingSpaces(rawLine);
    boolean negated = text.startsWith("!");
    String pattern = negated ? text.substring(1) : text;
    boolean folderOnly = pattern.endsWith("/");
    if (folderOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    boolean anchored = pattern.indexOf('/') >= 0;
    String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    return WildcardPath.compile(path)
        .map(
            compiled ->
                new GitIgnorePattern(text, number, negated, folderOnly, anchored, path, compiled));
  }

  /**
   * @param segments those of a path, relative to the folder of the pattern
   * @param folder whether that is a folder
   */
  boolean matches(String[] segments, boolean folder) {
    if (folderOnly && !folder) {
      return false;
    }
    return anchored ? wildcard.matches(segments) : wildcard.matches(segments[segments.length - 1]);
  }

  private static String withoutTrailingSpaces(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
        end = Math.min(i + 1, line.length());
      } else if (c != ' ') {
        end = i + 1;
      }
    }
    return line.substring(0, end);
  }
}
