package dev.seaworthy.engine;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.source.InventoryEntry;
import dev.seaworthy.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a source.
 *
 * @param entry its account
 * @param problems what could not be looked at
 * @param hits what rules found, but for those that look at all objects together
 * @param reach how far each workload leads, if that was looked at
 * @param suppressions the suppressions that are written in it
 * @param objects the objects
 */
record Outcome(
    InventoryEntry entry,
    List<Problem> problems,
    List<Hit> hits,
    List<WorkloadReach> reach,
    List<InlineSuppression> suppressions,
    List<KubernetesObject> objects) {

  static Outcome skipped(String file, String reason) {
    return of(InventoryEntry.skipped(file, reason), List.of());
  }

  static Outcome failed(Problem problem) {
    String file = problem.file().orElseThrow();
    return of(InventoryEntry.failed(file, problem.message(), 0), List.of(problem));
  }

  private static Outcome of(InventoryEntry entry, List<Problem> problems) {
    return new Outcome(entry, problems, List.of(), List.of(), List.of(), List.of());
  }

  /** Without what was found, what suppresses it, and the objects that it was found in. */
  Outcome released() {
    return new Outcome(entry, problems, List.of(), reach, List.of(), List.of());
  }

  /** The same with further problems, which let the source fail. */
  Outcome with(List<Problem> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    InventoryEntry failed =
        InventoryEntry.failed(entry.file(), all.get(0).message(), entry.objects());
    return new Outcome(failed, all, hits, reach, suppressions, objects);
  }
}
