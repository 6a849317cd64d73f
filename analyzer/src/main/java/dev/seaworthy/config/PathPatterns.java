package dev.seaworthy.config;

import dev.seaworthy.source.GitIgnore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What patterns in a configuration file match: they are relative to its folder, while names in
 * results are relative to another one.
 */
final class PathPatterns {

  private static final Pattern DOTS = Pattern.compile("!?/?(?:.*/)?\\.\\.?(?:/.*)?");
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[\\\\]");

  private final Path folder;
  private final Path base;
  private final List<Path> analysed;

  /** The way from the folder down to the base, with a slash at its end if there is any. */
  private final Optional<String> below;

  private final Map<String, Predicate<String>> files = new HashMap<>();

  /**
   * @param folder the folder of the configuration file, absolute
   * @param base the folder that names in results are relative to, absolute
   * @param analysed the files and folders that are analysed, absolute
   */
  PathPatterns(Path folder, Path base, List<Path> analysed) {
    this.folder = folder;
    this.base = base;
    this.analysed = List.copyOf(analysed);
    this.below =
        base.startsWith(folder)
            ? Optional.of(slashed(folder.relativize(base).resolve("x")).replaceFirst("x$", ""))
            : Optional.empty();
  }

  /**
   * The files that a pattern matches, by their names in results; the same object each time, so that
   * many suppressions with one pattern need not be tried one by one.
   */
  Predicate<String> files(String pattern) {
    return files.computeIfAbsent(pattern, this::matching);
  }

  private Predicate<String> matching(String pattern) {
    GitIgnore patterns = GitIgnore.of(List.of(pattern));
    return name -> relative(name).filter(patterns::ignores).isPresent();
  }

  /**
   * Whether all that a pattern may match is analysed.
   *
   * @param pattern the pattern; without one everything in the folder is meant
   */
  boolean isAnalysed(Optional<String> pattern) {
    Path area = folder.resolve(pattern.map(PathPatterns::leadingFolder).orElse("")).normalize();
    return analysed.stream().anyMatch(area::startsWith);
  }

  /** Why a pattern cannot match anything, if so: the message's end and what to do. */
  static Optional<String> flaw(String pattern) {
    if (DOTS.matcher(pattern).matches()) {
      return Optional.of(
          "Patterns start in the folder of the configuration file: leave '.' and '..' out.");
    }
    if (pattern.startsWith("#")) {
      return Optional.of("A number sign makes it a comment: write '\\" + pattern + "'.");
    }
    return GitIgnore.of(List.of(pattern)).isEmpty()
        ? Optional.of("Write it as in a .gitignore file, such as 'deploy/**/*.yaml'.")
        : Optional.empty();
  }

  private Optional<String> relative(String name) {
    if (below.isPresent() && isPlain(name)) {
      return Optional.of(below.get() + name);
    }
    Path path;
    try {
      path = base.resolve(name).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    return path.startsWith(folder) && !path.equals(folder)
        ? Optional.of(slashed(folder.relativize(path)))
        : Optional.empty();
  }

  /** Whether a name leads down in any case, so that the costly way to the same answer is spared. */
  private static boolean isPlain(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return name.chars().noneMatch(c -> c == '\\' || c == ':' || c == 0);
  }

  /** A pattern with a slash before its end is a path, of which the first part may be plain. */
  private static String leadingFolder(String pattern) {
    String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    boolean anchored = pattern.indexOf('/') >= 0 && pattern.indexOf('/') < pattern.length() - 1;
    if (!anchored) {
      return "";
    }
    StringBuilder plain = new StringBuilder();
    for (String segment : path.split("/")) {
      if (WILDCARD.matcher(segment).find()) {
        break;
      }
      plain.append(segment).append('/');
    }
    return plain.toString();
  }

  /** A path as text, with {@code /} on every platform. */
  static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
