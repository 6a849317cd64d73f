package dev.seaworthy.engine;

import dev.seaworthy.source.FileState;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.List;

/**
 * What an analysis has looked at, and what it could not.
 *
 * @param inventory the account of every input
 * @param problems what could not be looked at
 */
record AnalysedFiles(List<InventoryEntry> inventory, List<Problem> problems) {

  /** Whether any file was analysed, at least in part, that a suppression is meant for. */
  boolean anyFor(ConfiguredIgnore ignore) {
    return inventory.stream()
        .anyMatch(entry -> entry.state() != FileState.SKIPPED && ignore.coversFile(entry.file()));
  }

  /** Whether all that a suppression is meant for could be looked at. */
  boolean completeFor(ConfiguredIgnore ignore) {
    boolean failed =
        inventory.stream()
            .anyMatch(
                entry -> entry.state() == FileState.FAILED && ignore.coversFile(entry.file()));
    return !failed && problems.stream().allMatch(problem -> problem.file().isPresent());
  }
}
