package dev.seaworthy.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of one source on its way to the result. A closed one has been held against the
 * suppressions and has let go of its objects, so that memory does not grow with the files.
 */
record FileResult(Outcome outcome, Suppressor.Verdict verdict) {

  static FileResult open(Outcome outcome) {
    return new FileResult(outcome, Suppressor.Verdict.NONE);
  }

  static FileResult closed(Outcome outcome, Suppressor suppressor) {
    return open(outcome).close(new FindingSink<>(0), true, suppressor);
  }

  /**
   * @param more findings of rules that look at all objects together, in this source
   * @param complete whether these rules could look at everything
   */
  FileResult close(FindingSink<Hit> more, boolean complete, Suppressor suppressor) {
    String file = outcome.entry().file();
    List<Hit> hits = new ArrayList<>(outcome.hits());
    hits.addAll(more.findings());
    Outcome judged = outcome.released().with(more.problems(file));
    boolean nothingLeftOut = complete && judged.problems().isEmpty();
    Suppressor.Verdict verdict =
        suppressor.apply(file, hits, outcome.suppressions(), any -> nothingLeftOut);
    return new FileResult(judged.with(verdict.problems()), verdict);
  }
}
