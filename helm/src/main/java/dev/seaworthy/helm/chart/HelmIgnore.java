package dev.seaworthy.helm.chart;

import dev.seaworthy.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code .helmignore} file leaves out of a chart. The first pattern that speaks of a path
 * decides. A pattern with {@code !} before it leaves out all that it does <em>not</em> match: that
 * is how Helm has it.
 *
 * @see <a href="https://helm.sh/docs/chart_template_guide/helm_ignore_file/">The .helmignore
 *     file</a>
 */
final class HelmIgnore {

  static final String FILE_NAME = ".helmignore";

  /** Applies to all charts in folders, after the patterns of the file. */
  private static final String DEFAULT = "templates/.?*";

  private final List<Pattern> patterns = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();

  private HelmIgnore() {}

  /**
   * A line that Helm refuses.
   *
   * @param line the line, starting at 1
   * @param message what is wrong: lower-case, no full stop
   */
  record Flaw(int line, String message) {}

  static HelmIgnore none() {
    HelmIgnore ignore = new HelmIgnore();
    ignore.patterns.add(Pattern.of(DEFAULT, "hidden file among the templates"));
    return ignore;
  }

  static HelmIgnore read(SourceText text) {
    HelmIgnore ignore = new HelmIgnore();
    for (int line = 1; line <= text.lineCount(); line++) {
      ignore.add(text.line(line).strip(), line);
    }
    ignore.patterns.addAll(none().patterns);
    return ignore;
  }

  private void add(String text, int line) {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    if (text.contains("**")) {
      flaws.add(new Flaw(line, "Helm does not know '**', as in '" + text + "'"));
    } else if (!GoPattern.isValid(text)) {
      flaws.add(new Flaw(line, "'" + text + "' is no valid pattern"));
    } else {
      patterns.add(Pattern.of(text, "ignored by pattern '" + text + "' of .helmignore"));
    }
  }

  List<Flaw> flaws() {
    return flaws;
  }

  /**
   * Why a file or folder is left out, if it is. The folders above it are taken to be no.
   *
   * @param path the path in the chart, with {@code /}
   */
  Optional<String> reason(String path, boolean isFolder) {
    return patterns.stream()
        .filter(pattern -> pattern.leavesOut(path, isFolder))
        .findFirst()
        .map(Pattern::reason);
  }

  /**
   * @param text what is matched, without the marks at its start and end
   * @param wholePath whether it is matched against the path, not the name alone
   */
  private record Pattern(
      String text, boolean negated, boolean folderOnly, boolean wholePath, String reason) {

    static Pattern of(String line, String reason) {
      boolean negated = line.startsWith("!");
      String text = negated ? line.substring(1) : line;
      boolean folderOnly = text.endsWith("/");
      if (folderOnly) {
        text = text.substring(0, text.length() - 1);
      }
      boolean rooted = text.startsWith("/");
      boolean wholePath = text.contains("/");
      return new Pattern(rooted ? text.substring(1) : text, negated, folderOnly, wholePath, reason);
    }

    boolean leavesOut(String path, boolean isFolder) {
      boolean matches = (isFolder || !folderOnly) && matches(path);
      return matches != negated;
    }

    private boolean matches(String path) {
      return GoPattern.matches(text, wholePath ? path : path.substring(path.lastIndexOf('/') + 1));
    }
  }
}
