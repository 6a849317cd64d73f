package dev.seaworthy.source;

import java.util.Optional;

/**
 * The paths that the user does not want to be analysed.
 *
 * @param patterns patterns for paths relative to the folder
 * @param folder the absolute path of a folder, with a slash at its end
 */
record Excludes(GitIgnore patterns, String folder) {

  /**
   * Why an entry is excluded, if it is. The folders above it are taken to be not excluded.
   *
   * @param path the absolute path of the entry
   * @param isFolder whether it is a folder, and no symbolic link to one
   */
  Optional<String> reason(String path, boolean isFolder) {
    return path.startsWith(folder)
        ? patterns
            .lastMatch(path.substring(folder.length()), isFolder)
            .filter(pattern -> !pattern.negated())
            .map(Excludes::describe)
        : Optional.empty();
  }

  /** Why a named path is excluded, if it is, itself or with a folder above it. */
  Optional<String> reasonForRoot(String path, boolean isFolder) {
    return path.startsWith(folder)
        ? patterns.ignoring(path.substring(folder.length()), isFolder).map(Excludes::describe)
        : Optional.empty();
  }

  private static String describe(GitIgnorePattern pattern) {
    return "excluded by pattern '" + pattern.text() + "'";
  }
}
