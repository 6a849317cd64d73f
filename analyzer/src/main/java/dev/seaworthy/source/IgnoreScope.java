package dev.seaworthy.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code .gitignore} files that speak on the entries of a folder. Immutable. */
final class IgnoreScope {

  /** No {@code .gitignore} at all. */
  static final IgnoreScope NONE = new IgnoreScope(null, GitIgnore.of(List.of()), "", "");

  private final @Nullable IgnoreScope outer;
  private final GitIgnore patterns;
  private final String folder;
  private final String file;

  private IgnoreScope(@Nullable IgnoreScope outer, GitIgnore patterns, String folder, String file) {
    this.outer = outer;
    this.patterns = patterns;
    this.folder = folder;
    this.file = file;
  }

  /**
   * This scope with one more file, which goes before those of the folders above.
   *
   * @param innerFolder the absolute path of the folder of the file, with a slash at its end
   * @param innerFile the name of the file in results
   */
  IgnoreScope with(GitIgnore innerPatterns, String innerFolder, String innerFile) {
    return new IgnoreScope(this, innerPatterns, innerFolder, innerFile);
  }

  /**
   * Why an entry is ignored, if it is. The folders above it are taken to be not ignored.
   *
   * @param path the absolute path of the entry
   * @param isFolder whether it is a folder, and no symbolic link to one
   */
  Optional<String> reason(String path, boolean isFolder) {
    for (IgnoreScope scope = this; scope != null; scope = scope.outer) {
      Optional<GitIgnorePattern> match =
          scope.patterns.lastMatch(path.substring(scope.folder.length()), isFolder);
      if (match.isPresent()) {
        return match.filter(pattern -> !pattern.negated()).map(scope::describe);
      }
    }
    return Optional.empty();
  }

  private String describe(GitIgnorePattern pattern) {
    return "ignored by pattern '" + pattern.text() + "' in " + file + ", line " + pattern.line();
  }
}
