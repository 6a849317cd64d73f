package dev.seaworthy.engine;

import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What an analysis has looked at, and what it could not, for the suppressions that cover it. */
final class AnalysedFiles {

  private final List<String> analysed;
  private final List<String> failed;
  private final boolean onlyFilesFailed;
  private final Map<Predicate<String>, Boolean> anyAnalysed = new IdentityHashMap<>();
  private final Map<Predicate<String>, Boolean> anyFailed = new IdentityHashMap<>();

  /**
   * @param inventory the account of every input
   * @param problems what could not be looked at
   */
  AnalysedFiles(List<InventoryEntry> inventory, List<Problem> problems) {
    this.analysed = names(inventory, state -> state != FileState.SKIPPED);
    this.failed = names(inventory, state -> state == FileState.FAILED);
    this.onlyFilesFailed = problems.stream().allMatch(problem -> problem.file().isPresent());
  }

  /** Whether any file was analysed, at least in part, that a suppression is meant for. */
  boolean anyFor(ConfiguredIgnore ignore) {
    return any(analysed, ignore, anyAnalysed);
  }

  /** Whether all that a suppression is meant for could be looked at. */
  boolean completeFor(ConfiguredIgnore ignore) {
    return onlyFilesFailed && !any(failed, ignore, anyFailed);
  }

  private static boolean any(
      List<String> files, ConfiguredIgnore ignore, Map<Predicate<String>, Boolean> known) {
    return ignore
        .file()
        .map(pattern -> known.computeIfAbsent(pattern, path -> files.stream().anyMatch(path)))
        .orElse(!files.isEmpty());
  }

  private static List<String> names(List<InventoryEntry> entries, Predicate<FileState> states) {
    return entries.stream()
        .filter(entry -> states.test(entry.state()))
        .map(InventoryEntry::file)
        .toList();
  }
}
