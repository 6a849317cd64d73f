package dev.seaworthy.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of one source on its way to the result. A closed one has been held against the
 * suppressions and has let go of its objects, so that memory does not grow with the files.
 */
record FileResult(SourceAnalysis.Outcome outcome, Suppressor.Verdict verdict) {

  private static final Suppressor.Verdict NONE = new Suppressor.Verdict(List.of(), List.of());

  static FileResult open(SourceAnalysis.Outcome outcome) {
    return new FileResult(outcome, NONE);
  }

  static FileResult closed(SourceAnalysis.Outcome outcome, Suppressor suppressor) {
    return open(outcome).close(List.of(), suppressor);
  }

  /**
   * @param more findings of the whole analysis, of which those of this source's objects join in
   */
  FileResult close(List<Hit> more, Suppressor suppressor) {
    List<Hit> hits = new ArrayList<>(outcome.hits());
    for (Hit hit : more) {
      if (hit.finding().location().file().equals(outcome.entry().file())) {
        hits.add(hit);
      }
    }
    SourceAnalysis.Outcome released =
        new SourceAnalysis.Outcome(
            outcome.entry(), outcome.problems(), List.of(), List.of(), List.of());
    return new FileResult(released, suppressor.apply(hits, outcome.suppressions()));
  }
}
