package dev.seaworthy.source;

import java.util.List;

/**
 * What was found under the paths that a user named: sources to analyse, and the account of all that
 * was passed over.
 *
 * @param sources what to analyse, sorted by name
 * @param renderings what charts render to
 * @param accounted inputs whose state is known already: skipped or failed
 * @param problems what could not be looked at
 */
public record Discovery(
    List<Source> sources,
    List<Rendering> renderings,
    List<InventoryEntry> accounted,
    List<Problem> problems) {

  /** Nothing that was rendered. */
  public Discovery(List<Source> sources, List<InventoryEntry> accounted, List<Problem> problems) {
    this(sources, List.of(), accounted, problems);
  }

  public Discovery {
    renderings = List.copyOf(renderings);
    sources = List.copyOf(sources);
    accounted = List.copyOf(accounted);
    problems = List.copyOf(problems);
  }

  /** Just these sources. */
  public static Discovery of(List<? extends Source> sources) {
    return new Discovery(List.copyOf(sources), List.of(), List.of());
  }
}
