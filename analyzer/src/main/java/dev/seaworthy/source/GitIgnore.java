package dev.seaworthy.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of one {@code .gitignore} file, with the meaning that git gives them; see <a
 * href="https://git-scm.com/docs/gitignore">gitignore(5)</a>. Letter case counts. {@code ?} and
 * {@code [...]} take one UTF-16 code unit. Immutable.
 */
public final class GitIgnore {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final List<GitIgnorePattern> patterns;
  private final PatternIndex index;

  private GitIgnore(List<GitIgnorePattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.index = new PatternIndex(this.patterns);
  }

  /** The patterns of a file with this text. */
  static GitIgnore parse(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    String[] lines = (marked ? text.substring(1) : text).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].endsWith("\r")) {
        lines[i] = lines[i].substring(0, lines[i].length() - 1);
      }
    }
    return of(List.of(lines));
  }

  /**
   * @param lines the lines of a {@code .gitignore} file: patterns, comments, blank lines
   */
  public static GitIgnore of(List<String> lines) {
    List<GitIgnorePattern> patterns = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      GitIgnorePattern.parse(lines.get(i), i + 1).ifPresent(patterns::add);
    }
    return new GitIgnore(patterns);
  }

  /** Whether there is nothing but comments, blank lines and patterns that can match no path. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * Whether a file is ignored, by a pattern for the file itself or for a folder that it lies in.
   *
   * @param path the path of the file relative to the folder that the patterns belong to, with
   *     {@code /}
   */
  public boolean ignores(String path) {
    return ignoring(path, false).isPresent();
  }

  /** The number of patterns that every path is held against; the others are looked up. */
  int tried() {
    return index.tried();
  }

  /** The pattern by which a path or the outermost ignored folder around it is ignored. */
  Optional<GitIgnorePattern> ignoring(String path, boolean folder) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      Optional<GitIgnorePattern> outer = ignoringItself(path.substring(0, slash), true);
      if (outer.isPresent()) {
        return outer;
      }
    }
    return ignoringItself(path, folder);
  }

  private Optional<GitIgnorePattern> ignoringItself(String path, boolean folder) {
    return lastMatch(path, folder).filter(pattern -> !pattern.negated());
  }

  /**
   * The pattern that decides on a path, which may be a negated one. The folders above the path are
   * not looked at.
   */
  Optional<GitIgnorePattern> lastMatch(String path, boolean folder) {
    return patterns.isEmpty() ? Optional.empty() : index.lastMatch(path, folder);
  }
}
